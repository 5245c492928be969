"""An inventory, with totals and a report."""

from collections import defaultdict

STOCK = """apple,fruit,0.5,100
pear,fruit,0.75,0
carrot,vegetable,0.2,300
bread,bakery,2.25,12"""


def read(text):
    for line in text.splitlines():
        name, kind, price, count = line.split(",")
        yield {"name": name, "kind": kind, "price": float(price), "count": int(count)}


items = list(read(STOCK))
by_kind = defaultdict(list)
for item in items:
    by_kind[item["kind"]].append(item)
for kind, group in sorted(by_kind.items()):
    print(f"{kind.upper():-^30}")
    for item in sorted(group, key=lambda i: -i["price"] * i["count"]):
        value = item["price"] * item["count"]
        print(f"{item['name']:<10}{item['count']:>6}{item['price']:>7.2f}{value:>7.1f}{'' if item['count'] else ' !'}")
print(f"total {sum(i['price'] * i['count'] for i in items):,.2f}", [i["name"] for i in items if not i["count"]])
