"""`_thread.interrupt_main` is Ctrl+C: the main task is cancelled, and asyncio.run raises KeyboardInterrupt."""
import _thread
import asyncio
import signal


async def work():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cleaned up")
        raise


async def main():
    asyncio.get_running_loop().call_later(0.1, _thread.interrupt_main)
    await work()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")

before = signal.signal(signal.SIGINT, lambda number, frame: print("signal", number))
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGINT, before)
try:
    _thread.interrupt_main()
    print("not reached")
except KeyboardInterrupt:
    print("interrupted again")
