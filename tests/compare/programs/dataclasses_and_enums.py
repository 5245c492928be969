"""Orders with a state, handled by a cook."""

import asyncio
from dataclasses import asdict, dataclass, field
from enum import Enum, auto


class State(Enum):
    NEW = auto()
    COOKING = auto()
    READY = auto()


@dataclass(order=True)
class Order:
    priority: int
    dish: str = field(compare=False)
    state: State = field(default=State.NEW, compare=False)


async def cook(queue: asyncio.PriorityQueue[Order]) -> None:
    while True:
        order = await queue.get()
        order.state = State.COOKING
        print(order)
        await asyncio.sleep(order.priority)
        order.state = State.READY
        print(order.dish, order.state.name, order.state.value)
        queue.task_done()


async def main() -> None:
    queue: asyncio.PriorityQueue[Order] = asyncio.PriorityQueue()
    orders = [Order(3, "stew"), Order(1, "soup"), Order(2, "rice")]
    for order in orders:
        queue.put_nowait(order)
    cooking = asyncio.create_task(cook(queue))
    await queue.join()
    cooking.cancel()
    print(asdict(orders[0])["dish"], [state.name for state in State])


asyncio.run(main())
