"""A bank with accounts, interest, a statement and a menu, as courses have it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce


class InsufficientFunds(Exception):
    """Raised where an account lacks money."""

    def __init__(self, needed, available):
        self.needed, self.available = needed, available
        super().__init__(f"needed {needed:,.2f}, available {available:,.2f}")


@dataclass(frozen=True)
class Transaction:
    when: date
    what: str
    amount: Decimal

    def __str__(self):
        return f"{self.when:%d %b %Y} {self.what:<12}{self.amount:>12,.2f}"


@dataclass
class Account(ABC):
    owner: str
    balance: Decimal = Decimal("0")
    history: list[Transaction] = field(default_factory=list, repr=False)
    _next = 1000

    def __post_init__(self):
        Account._next += 1
        self.number = f"DE{Account._next:08d}"

    @property
    @abstractmethod
    def rate(self) -> Decimal: ...

    def deposit(self, amount, when=date(2024, 1, 1)):
        amount = Decimal(str(amount))
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self._book("deposit", amount, when)
        return self

    def withdraw(self, amount, when=date(2024, 1, 1)):
        amount = Decimal(str(amount))
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self._book("withdrawal", -amount, when)
        return self

    def _book(self, what, amount, when):
        self.balance += amount
        self.history.append(Transaction(when, what, amount))

    def interest(self, days):
        earned = self.balance * self.rate * days / Decimal(365)
        return earned.quantize(Decimal("0.01"), ROUND_HALF_UP)

    def __iadd__(self, amount):
        return self.deposit(amount)

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    rate = Decimal("0.025")


class Checking(Account):
    @property
    def rate(self):
        return Decimal("0.001") if self.balance > 1000 else Decimal(0)


bank = {account.number: account for account in (Savings("Ada", Decimal(100)), Checking("Bob"), Savings("Cy"))}
first, second, third = bank.values()
first.deposit(250.5).withdraw("50.25", date(2024, 2, 1))
second += 5000
third.deposit(1, date(2024, 3, 31) + timedelta(days=1))
for account in sorted(bank.values(), reverse=True):
    print(account, account.number, account.interest(90))
    for transaction in account.history:
        print("  ", transaction)
for action in (lambda: first.withdraw(10_000), lambda: second.deposit(-5), lambda: Account("x"), lambda: bank["DE00000000"], lambda: first.deposit("abc")):
    try:
        action()
    except (InsufficientFunds, ValueError, TypeError, KeyError, ArithmeticError) as error:
        print(f"{type(error).__name__}: {error}")
total = reduce(lambda sum, account: sum + account.balance, bank.values(), Decimal())
print(f"{'Total':>20}: {total:>15,.2f}\n{'=' * 37}")
commands = ["deposit Ada 5", "withdraw Bob 1.5", "show", "fly", "deposit Ada x", "quit"]
names = {account.owner.lower(): account for account in bank.values()}
for line in commands:
    match re.match(r"(?P<verb>deposit|withdraw)\s+(?P<who>\w+)\s+(?P<amount>\d+(?:\.\d+)?)$", line):
        case None if line == "quit":
            print("bye")
            break
        case None:
            print(f"Cannot {line!r}")
        case found:
            account = names[found["who"].lower()]
            getattr(account, found["verb"])(found["amount"])
            print(f"{account.owner}: {account.balance}")
