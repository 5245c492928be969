"""The errors and warnings of `bs4`."""


class StopParsing(Exception):
    """Ends the parse of a page early."""


class FeatureNotFound(ValueError):
    """There is no parser with the features that were asked for."""


class ParserRejectedMarkup(Exception):
    """The parser could not read the markup."""

    def __init__(self, message_or_exception):
        if isinstance(message_or_exception, Exception):
            error = message_or_exception
            message_or_exception = f"{type(error).__name__}: {error}"
        super().__init__(message_or_exception)


class UnusualUsageWarning(UserWarning):
    """A call that is probably meant otherwise."""


class MarkupResemblesLocatorWarning(UnusualUsageWarning):
    """An address or the name of a file where markup is expected."""


class GuessedAtParserWarning(UserWarning):
    """No parser was named."""


class AttributeResemblesVariableWarning(UnusualUsageWarning, SyntaxWarning):
    """An attribute's name that is written as a variable's."""


class XMLParsedAsHTMLWarning(UnusualUsageWarning):
    """XML that is read by a parser of HTML."""
