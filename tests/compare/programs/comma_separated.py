"""Tables of text: readers, writers, dialects, and what is quoted."""

import csv
import io

text = 'name,price,note\nbolt,1.5,"small, round"\nnut,2,"says ""hi"""\n"two\nlines",3,\n'
for row in csv.reader(io.StringIO(text)):
    print(row)
rows = list(csv.DictReader(io.StringIO(text)))
print(rows[0], sum(float(row["price"]) for row in rows))
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["a", 1, 2.5, None, "x,y", 'q"q', "l\nl"])
writer.writerows([[1, 2], [3, 4]])
print(repr(out.getvalue()))
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["name", "age"], extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerow({"name": "Ada", "age": 36, "other": 1})
writer.writerow({"name": "Bob"})
print(out.getvalue())
out = io.StringIO()
csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="|").writerow([1, "b"])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="|").writerow([1, "b"])
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="|").writerow(["a,b"])
csv.writer(out, delimiter="\t", quotechar="'", lineterminator="|").writerow(["it's", "a\tb"])
print(out.getvalue())
csv.register_dialect("pipes", delimiter="|", skipinitialspace=True)
print(next(csv.reader(["a| b|c"], "pipes")), "pipes" in csv.list_dialects())
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter)
print(list(csv.reader(["1,'a'", "x"], quotechar="'")))
rows = csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n"))
for row in rows:
    print(row, rows.line_num)
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as error:
    print(error)
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1})
except ValueError as error:
    print(error)
