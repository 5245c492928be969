"""Grades, ranks and averages of students."""

students = {"Ada": [90, 85.5, 77], "Bob": [60, 71, 68], "Cy": [], "Dee": [99, 100, 98]}


def average(marks):
    return sum(marks) / len(marks)


def grade(mark):
    for limit, letter in ((90, "A"), (80, "B"), (70, "C")):
        if mark >= limit:
            return letter
    return "F"


results = {}
for name, marks in students.items():
    try:
        results[name] = average(marks)
    except ZeroDivisionError as error:
        print(f"{name}: no marks ({error})")
for rank, (name, mark) in enumerate(sorted(results.items(), key=lambda r: r[1], reverse=True), start=1):
    print(f"{rank}. {name:<5} {mark:6.2f} {grade(mark)} {'*' * round(mark / 10)}")
best, *_, worst = sorted(results, key=results.get, reverse=True)
print(best, worst, max(results.values()) - min(results.values()), {grade(m): n for n, m in results.items()})
