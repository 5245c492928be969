"""Numbers out of texts: what is read, and how it is refused."""

for text in ("42", " 42 ", "-7", "4.0", "1e3", "0x1f", "1_000", "", "abc", "inf", "nan", "٣", "1,5", "--1", "1 2", "+3", "0b11", "1__0"):
    row = [repr(text)]
    for kind in (int, float, complex):
        try:
            row.append(str(kind(text)))
        except ValueError as error:
            row.append(str(error))
    print(" | ".join(row))
for text, base in (("ff", 16), ("0xff", 0), ("777", 8), ("z", 36), ("2", 2), ("0o17", 0), ("12", 1)):
    try:
        print(text, base, int(text, base))
    except ValueError as error:
        print(text, base, error)
for value in (3.7, -3.7, True, 10**20, "5", b"6", None, [1]):
    try:
        print(repr(value), int(value), float(value))
    except TypeError as error:
        print(repr(value), error)
