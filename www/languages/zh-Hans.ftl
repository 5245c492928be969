# 读者看到的一切文字，简体中文。

## 页面

page-title = Interleave：看得见的异步代码
page-intro = 改一个睡眠时间，看调度如何变化。一切都在你的浏览器里运行。
page-about = Rust 的 future 运行在与 asyncio 次序相同的事件循环上，每一步都被记录。
page-lesson = 课程
page-language = 语言
page-theme = 配色
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色
page-embed = 嵌入
page-embed-help = 把它放进你的网页，课程和参数与现在相同。
page-copy = 复制
page-copied = 已复制
page-close = 关闭

## 组件

region-code = 代码
code-language = 程序语言
region-parameters = 参数
region-timeline = 时间线
region-console = 控制台
region-loop = 循环内部
timeline-description = { $tasks } 个任务的时间线，共 { $time }。{ $said }
parameters-none = 这一课没有可改的参数，请按播放。
reset = 重置
undo = 撤销
redo = 重做
undone = 已撤销。
redone = 已重做。
edited = { $name } = { $seconds }
edit-none = 这一段的长度不是由某个参数决定的。
axis = 横轴
axis-auto = 自动
axis-elastic = 弹性
axis-time = 时间
axis-order = 次序
clock = 时钟
clock-simulated = 模拟
clock-live = 真实
clock-simulated-help = 睡眠不花时间，每次运行都相同。
clock-live-help = 睡眠和请求都花真实的时间。
speed = 速度
speed-value = { $speed }×
speed-fixed = 抓取以它自己的速度进行。
play = 播放
pause = 暂停
run = 运行
stop = 停止
step-back = 后退一步
step-forward = 前进一步
to-start = 回到开头
to-end = 跳到结尾
position = 第 { $step } 步，共 { $steps } 步
time-of = { $now } / { $end }
wall-time = 总用时
wall-time-running = 运行中
first-step = 正在运行：第一步还没有结束。
console-empty = 还没有输出。
console-more = 还有 { $count } 行
legend-running = 运行
legend-ready = 就绪，等待轮到
legend-sleeping = 睡眠
legend-waiting = 等待其他
legend-fetching = 请求网页
legend-blocking = 阻塞循环
legend-working = 线程在循环之外工作
legend-idle = 线程等待工作
legend-asked = 请求一个任务停止
legend-delivered = 取消到达；空心：任务仍继续
legend-raised = 另一个任务的错误在此抛出
legend-moment = 灰色竖栏：把一个瞬间展开，好看清其中各步的先后
timeline-keys = 方向键单步，Home 和 End 到两端，空格播放，W 和 S 缩放，逗号和句号选择时间段，方括号缩短或延长选中的睡眠，问号列出所有按键。
keys-title = 时间线的按键
keys-step = 前进一步，后退一步
keys-ends = 到开头，到末尾
keys-play = 播放，暂停
keys-zoom = 放大，缩小
keys-move = 沿时间移动
keys-rows = 行更高，行更低
keys-span = 上一段，下一段
keys-fold = 折叠或展开所选任务之下的各行
keys-fold-all = 全部折叠或展开
keys-length = 选中的睡眠缩短，延长
keys-length-ten = 同上，每次十步
keys-undo = 撤销，重做参数的修改
keys-fit = 显示选中的一段
keys-all = 显示整个运行
keys-help = 这份列表
keys-pointer = 按住 Ctrl 滚动滚轮，或用两指，可以缩放；再按 Shift 则缩放行高。放大之后拖动画面可以移动，拖动时间轴则移动播放头。带手柄的睡眠，长度由参数决定：拖动末端即可修改，按 Esc 取消。
zoom = 缩放
zoom-in = 放大
zoom-out = 缩小
zoom-all = 显示整个运行
find-task = 查找任务
close = 关闭
compare = 与另一次运行对比
compare-none = 对比……
compare-keep = 当前这个版本
compare-own = 默认值
compare-with = 对比：{ $title }
compare-end = 结束对比
compare-shorter = 缩短 { $by }：{ $mine }，而不是 { $other }
compare-longer = 增加 { $by }：{ $mine }，而不是 { $other }
compare-same = 一样长：{ $mine }
region-statistics = 统计
statistics-none = 请先运行程序。
statistics-chart = 并发
statistics-concurrency = 最多同时有 { $most } 个任务，平均 { $average } 个。
statistics-no-time = 这次运行没有花费时间。
statistics-path = 时间花在哪里
statistics-path-help = 关键路径：正是这一连串等待决定了运行的总时长。其他事情都在此期间完成。
statistics-path-none = 从第一步到最后一步，没有任何等待花费时间。
statistics-path-more = ……等等。
statistics-light = 在图中标亮
statistics-times = 各任务的时间
statistics-task = 任务
statistics-steps = 步数
statistics-running = 运行
statistics-ready = 就绪
statistics-sleeping = 睡眠
statistics-waiting = 等待
statistics-sum = 合计
statistics-more = 还有 { $count } 个任务
loop-running = 运行
loop-ready = 就绪
loop-timers = 定时器
loop-waiting = 等待
loop-queue = 队列
loop-threads = 线程
loop-idle = 空闲
loop-nobody = 无
loop-items = { $count ->
    [0] 空
   *[other] { $count } 项
  }
fact-from-to = 从 { $from } 到 { $to }
fact-from = 从 { $from } 起
fact-at = 在 { $at }
fact-line = 第 { $line } 行
url-add = 添加页面
url-remove = 删除 { $url }
url-seconds = { $url } 的秒数
region-transcript = 文字记录
transcript-empty = 尚未运行。
transcript-keys = 方向键在列表中移动；回车键把播放头移到该条目。
transcript-entry = { $number }. { $time }，{ $task }：{ $said }
transcript-entry-loop = { $number }. { $time }：{ $said }
export = 导出
export-svg = 图片（SVG）
export-png = 图片（PNG）
export-chrome-trace = 供跟踪查看器使用（Chrome trace）
export-json = 录制的运行（JSON）
export-text = 文字记录（文本）
export-running = 运行仍在继续：结束后才能导出。
export-long = 这次运行有 { $count ->
   *[other] { $count } 个事件
  }，超过了这种文件可写入的 { $most } 个；请导出为 PNG。
export-canvas = 浏览器无法生成这么大的图片；请导出为 SVG。
open-run = 打开录制的运行……
open-none = “{ $file }”不是录制的运行：请选择从这里导出的，或由“interleave run”写出的 JSON 文件。
open-damaged = “{ $file }”已损坏：其各部分内容不一致。请重新导出。
open-lesson = “{ $file }”是 { $lesson } 的运行，它不是本页的课程；可用“interleave run”查看。
recorded-run = 录制：{ $file }
loading = 正在加载……
seconds = { $value } 秒
poster-of = 海报：{ $text }
outcome-raised = 以错误结束
outcome-stopped = 已停止
outcome-limit = 达到上限

## 课程

lesson-blocking-title = 普通循环
lesson-blocking-summary = 四个页面逐个抓取，睡眠会阻塞：十秒。
lesson-await-in-turn-title = 只有 async 和 await
lesson-await-in-turn-summary = 仍是十秒：每个 await 结束后，下一个调用才开始。
lesson-tasks-title = 每个页面一个任务
lesson-tasks-summary = 一个任务睡眠时其他任务运行：与最慢的页面一样长，四秒。
lesson-gather-title = 用 gather 抓取四个页面
lesson-gather-summary = 一个 await 等待所有任务：四秒。
lesson-workers-in-turn-title = 两个 worker 依次执行
lesson-workers-in-turn-summary = 第一个完成后第二个才开始：三秒。
lesson-workers-as-tasks-title = 两个 worker 作为任务
lesson-workers-as-tasks-summary = 两个同时睡眠：两秒。单步看看为什么。
lesson-cancel-and-errors-title = 错误与取消
lesson-cancel-and-errors-summary = 一个返回，一个出错，一个被取消：gather 如何处理。
lesson-producer-consumer-title = 生产者与消费者
lesson-producer-consumer-summary = 两个往队列里放值，两个从中取值。
lesson-done-callback-title = 完成回调
lesson-done-callback-summary = 任务完成时调用的函数，先于等待它的任务继续。
lesson-scheduled-not-started-title = create_task 会立刻启动任务吗？
lesson-scheduled-not-started-summary = 它只把任务放进就绪队列；等 main 交出控制权，任务才开始运行。
lesson-never-awaited-title = 没有人 await 的协程
lesson-never-awaited-summary = 调用协程函数只会得到一个协程对象，里面的代码一行也不运行。
lesson-loop-in-a-loop-title = 循环里再开循环
lesson-loop-in-a-loop-summary = 为什么事件循环运行时不能再调用 asyncio.run()。
lesson-no-gain-for-cpu-title = 任务与纯计算
lesson-no-gain-for-cpu-summary = 计算从不交出控制权：两个任务和依次计算一样久。
lesson-blocking-in-a-task-title = 任务里的阻塞调用
lesson-blocking-in-a-task-summary = 它让所有任务停下。选择 to_thread：放进线程就不会了。
lesson-threads-title = 用线程抓取同样的页面
lesson-threads-summary = 会阻塞的函数；线程池有几个线程，就同时抓取几个页面。
lesson-first-error-title = 第一个错误
lesson-first-error-summary = gather 立刻抛出它；其他任务继续运行，直到 main 结束时才被取消。
lesson-timeout-title = 超时
lesson-timeout-summary = wait_for 取消一个页面，timeout 取消一段代码；被取消的协程可以做清理。
lesson-retry-title = 重试
lesson-retry-summary = 一个常常失败的页面：每次等得更久，再加一点随机抖动，然后重试。
lesson-semaphore-title = 限制同时运行的数量
lesson-semaphore-summary = 信号量有两个名额：四个页面，每次两个，共六秒。
lesson-rate-limit-title = 限制每秒的数量
lesson-rate-limit-summary = 令牌桶：每个页面取走一个令牌，每秒补回两个。
lesson-ten-thousand-title = 一万个页面
lesson-ten-thousand-summary = 每个页面一个任务，每次一百个：九分钟的等待不到六秒就完成。
lesson-movies-in-turn-title = 电影抓取：逐页
lesson-movies-in-turn-summary = 先取列表，再取每部电影的页面，一次一个请求。
lesson-movies-gather-title = 电影抓取：同时
lesson-movies-gather-summary = 同样的页面一起请求：只用一小部分时间。

group-first = 从循环到任务
group-workers = 两个 worker，一步一步
group-why = 读者常问
group-blocking = 计算、阻塞、线程
group-failing = 页面出错时
group-many = 同时多少个
group-more = 错误、队列、回调
group-crawl = 真实的抓取

## 参数

parameter-urls = 页面
parameter-urls-help = 页面的名字；最后一个 _ 后面的数字是它所用的秒数。
parameter-worker_1-help = worker_1 睡多久。
parameter-worker_2-help = worker_2 睡多久。
parameter-worker_3-help = worker_3 睡多久。
parameter-cancel_after-help = main 何时取消 worker_3。
parameter-return_exceptions-help = gather 把错误作为结果返回，还是抛出第一个。
parameter-python-help = 按哪个 Python 版本打印结果列表。
parameter-producers-help = 多少个任务往队列里放值。
parameter-consumers-help = 多少个任务从队列里取值。
parameter-items-help = 每个生产者放多少个值。
parameter-produce_pause-help = 生产者每放一个值后睡多久。
parameter-consume_pause-help = 消费者每取一个值后睡多久。
parameter-maxsize-help = 队列能放多少个值；0 表示不限。
parameter-stop_after-help = main 何时取消消费者。
parameter-seed-help = 随机值的种子；种子相同，值就相同。
parameter-site-help = 列表页。模拟时钟下播放演示网站的录制。
parameter-proxy-help = 真实时钟下替本页请求网页的代理。
parameter-limit-help = 看列表中的多少部电影。
parameter-concurrency-help = 最多同时进行多少个请求。
parameter-busy-help = main 在第一次 await 之前占用控制权多久。
parameter-awaited-help = main 最后是否 await 这些协程。
parameter-broken-help = 列表中第几个页面抛出错误，从 1 数起；0 表示没有。
parameter-main_stays-help = 出错以后 main 还继续多久。
parameter-timeout-help = main 等待多久后放弃。
parameter-call-help = 怎样调用 crawl_page：在循环里会阻塞，也可以放进线程。
parameter-threads-help = 线程池最多有几个线程。
parameter-failures-help = 一百次尝试中失败多少次。
parameter-attempts-help = 一个页面最多尝试几次。
parameter-pause-help = 第一次重试前的停顿（秒）；之后每次加倍，再随机增加，最多再加一倍。
parameter-rest-help = 每个页面之后休息多久，才把名额让给下一个。
parameter-rate-help = 每秒补回多少个令牌。
parameter-burst-help = 桶里最多有多少个令牌，也就是同时最多开始多少个页面。
parameter-pages-help = 一共有多少个页面。

## 不合适的值

refused-seconds = “{ $value }”不是合适的时间；请给出 0 到 { $max } 之间的秒数，例如 1.5。
refused-count = “{ $value }”不合适；请给出 { $min } 到 { $max } 之间的整数。
refused-choice = “{ $value }”不在可选项中；请选择：{ $options }。
refused-url-count = { $count ->
    [0] 列表里没有页面；请给出 1 到 { $max } 个，例如 url_1,url_2。
   *[other] { $count } 个页面太多了；请给出 1 到 { $max } 个。
  }
refused-url-number = “{ $url }”没有说明要用多久；请在末尾的 _ 后写上秒数，例如 url_3。
refused-url-seconds = “{ $url }”太久了；最多 { $max } 秒。
refused-address = “{ $value }”不是网址；请给出例如 http://127.0.0.1:8082/ 的网址。
refused-parameter = 这一课没有参数“{ $name }”；它有：{ $options }。
refused-parameter-none = 这一课没有参数“{ $name }”，没有什么可以改。
refused-lesson = 没有课程“{ $value }”，改为显示“{ $instead }”。
refused-compare = 没有可对比的课程“{ $value }”。
refused-speed = “{ $value }”不是合适的速度；请给出 0.1 到 100 之间的数。
refused-attribute = “{ $value }”不是 { $name } 的取值；可以是：{ $options }。

## 运行的错误

error-ProxyUnreachable = 代理 { $about } 没有应答。请用“interleave serve”启动它，或改它的地址。
error-ProxyRefused = 代理没有取回网页：{ $about }
error-NotRecorded = 录制中没有 { $about }。请把时钟切换到真实再取。
error-HttpError = 网站的应答状态是 { $about }。
error-PageError = { $about } 不像这一课所读的列表。
error-other = 程序抛出 { $kind }：{ $message }
error-limit-steps = 运行了 { $about } 步，已达上限。也许有一个不会结束的循环。
error-limit-tasks = 创建了 { $about } 个任务，已达上限。
error-limit-events = 记录了 { $about } 个事件，已达上限。
error-limit-lines = 打印了 { $about } 行，已达上限。
error-limit-queued = 一个队列里有 { $about } 项，已达上限：生产比消费快。
error-limit-step = 有一步运行了 { $about } 秒还没有 await。也许有一个不会结束的循环。
error-limit-stuck = 所有任务都在等待，没有什么能唤醒它们。asyncio 会永远等下去。
error-load = Interleave 没有加载成功：{ $message }。请重新加载页面。

## 图中的标签

label-sleeps = 睡 { $seconds } | { $seconds }
label-waits-for = 等待 { $name } | { $name }
label-waits-for-many = 等待 { $count } 个任务 | { $count } 个
label-waits-future = 等待
label-waits-to-get = 等待取值 | 取值
label-waits-to-put = 等待空位 | 空位
label-waits-permit = 等待名额 | 名额
label-waits-lock = 等待锁 | 锁
label-waits-event = 等待事件 | 事件
label-waits-condition = 等待条件 | 条件
label-waits-barrier = 等在屏障处 | 屏障
label-waits-to-join = 等待做完 | 做完
label-waits-for-any = 等待 { $count } 个之一 | { $count } 个之一
label-waits-thread = 等待线程 | 线程
label-fetches = 请求 { $name } | { $name }
label-blocks = 阻塞循环 { $seconds } | { $seconds }
label-works = 为 { $name } 工作 | { $name }
label-seconds = { $seconds } 秒
label-cancelled = 已取消
label-queue = 队列 { $name }
label-most = 最多 { $count } 项

## 任务在做什么

state-ready = 就绪，等待轮到
state-ready-by = 因 { $by } 而就绪，等待轮到
state-running = 运行
state-blocking = 阻塞循环：其他任务都不能运行
state-working = 在循环之外为 { $task } 工作
state-idle = 等待工作
state-sleeping = 睡眠
state-waits-task = 等待 { $other }
state-waits-gather = 等待 { $count } 个任务
state-waits-get = 等待从队列取值
state-waits-put = 等待队列有空位
state-waits-permit = 等待信号量的名额
state-waits-future = 等待一个 future
state-waits-lock = 等待锁被释放
state-waits-event = 等待事件被设置
state-waits-condition = 等待条件的通知
state-waits-barrier = 在屏障处等待其他任务
state-waits-join = 等待队列里的所有项都做完
state-waits-any = { $count ->
    [one] 等待一个任务
   *[other] 等待 { $count } 个任务中的一些
  }
state-waits-group = { $count ->
    [one] 等待组里最后一个任务
   *[other] 等待组里的 { $count } 个任务
  }
state-waits-thread = 等待线程里的工作
state-fetching = 请求 { $url }
state-holds = 队列 { $number } 里有 { $count ->
    [0] 0 项（空）
   *[other] { $count } 项
  }，最多时 { $most } 项

## 一步一步

run-starts = 运行开始。
run-ends = 没有事要做了：循环在 { $time } 关闭。
creates = { $task } 创建了 { $names }，{ $count ->
    [one] 它
   *[other] 它们
  }在就绪队列里等待。
creates-many = { $task } 创建了 { $count } 个任务，它们在就绪队列里等待。
step-first = 循环从就绪队列取出 { $task }，它开始运行。
step-timer = { $task } 的睡眠结束了，它继续运行。
step-timed-out = { $task } 的时限到了：它的 await 被取消，并从那里继续。
step-fetch = { $task } 等的应答到了，它继续运行。
step-thread = { $thread } 做完了 { $task } 交给它的工作；{ $task } 继续。
step-done = { $by } 结束了，所以 { $task } 继续运行。
step-woken = { $by } 使 { $task } 就绪，它继续运行。
step-again = 轮到 { $task }，它继续运行。
prints = 它打印“{ $text }”。
prints-many = 它打印 { $count } 行。
logs = 循环记录：{ $text }
blocks = { $task } 阻塞循环 { $seconds }：到 { $time } 为止谁也不能运行。
calls-back = { $task } 结束了，所以调用它的回调。
cancels = 它请求 { $task } 停止。
cancels-left = 循环取消剩下的 { $task }。
raised-into = { $task } 的错误在它的 await 处抛出。
cancel-delivered = 取消到达它所在的 await。
puts = 它往队列里放了一项，现在有 { $count } 项。
gets = 它从队列里取了一项，现在有 { $count } 项。
job-begins = { $thread } 接过工作，在循环之外运行；循环继续。
job-ends = { $thread } 做完了工作，并通知循环。
thread-starts = 线程池启动 { $thread }。
thread-prints = { $thread } 打印“{ $text }”。
answers = { $status ->
    [0] 请求结束，没有应答。
   *[other] 应答到了，状态 { $status }。
  }
main-ended = main 完成了，运行也随之结束。
limit-reached = { $limit ->
    [steps] 运行了 { $count } 步，已达上限，到此结束。
    [tasks] 创建了 { $count } 个任务，已达上限，到此结束。
    [events] 记录了 { $count } 个事件，已达上限，到此结束。
    [lines] 打印了 { $count } 行，已达上限，到此结束。
    [queued] 一个队列里有 { $count } 项，已达上限，到此结束。
    [step] 有一步运行了 { $count } 秒还没有 await，到此结束。
   *[stuck] 所有任务都在等待，没有什么能唤醒它们，到此结束。
  }
end-yields = { $task } 让其他任务先走，排到就绪队列末尾。
end-sleeps = { $task } 睡 { $seconds }，交出控制权。
end-waits-task = { $task } 等待 { $other }，交出控制权。
end-waits-gather = { $task } 等待 { $count } 个任务，交出控制权。
end-waits-future = { $task } 等待一个 future，交出控制权。
end-waits-get = 队列是空的：{ $task } 等待取值，交出控制权。
end-waits-put = 队列满了：{ $task } 等待空位，交出控制权。
end-waits-permit = 没有空的名额：{ $task } 等待，交出控制权。
end-waits-lock = 锁在别人手里：{ $task } 等待它，交出控制权。
end-waits-event = 事件还没有设置：{ $task } 等待它，交出控制权。
end-waits-condition = { $task } 释放条件的锁，等待通知，交出控制权。
end-waits-barrier = 屏障处还没有到齐：{ $task } 等待其他任务，交出控制权。
end-waits-join = 队列里的项还没有全部做完：{ $task } 等待它们，交出控制权。
end-waits-any = { $count ->
    [one] { $task } 等待一个任务完成，交出控制权。
   *[other] { $task } 等待 { $count } 个任务中有足够的完成，交出控制权。
  }
end-waits-group = { $count ->
    [one] 组的主体做完了：{ $task } 等待组里剩下的一个任务，交出控制权。
   *[other] 组的主体做完了：{ $task } 等待组里剩下的 { $count } 个任务，交出控制权。
  }
end-waits-thread = { $task } 把工作交给线程，等待结果，交出控制权。
end-fetches = { $task } 请求 { $url }，交出控制权。
end-finished = { $task } 完成，离开循环。
end-returned = { $task } 完成，返回 { $value }。
end-raised = { $task } 以 { $error } 结束。
end-cancelled = { $task } 被取消，离开循环。
idle-timer = 没有就绪的任务，所以循环等待第一个定时器：{ $time } 时 { $task } 醒来。
waits-timer = 没有就绪的任务：循环等到 { $time }，那时 { $task } 醒来。
waits-fetch = 没有就绪的任务：循环等待网络。
idle-thread = 没有任务就绪，循环等待 { $thread }，直到 { $time }。
idle-fetch = 没有就绪的任务，所以循环等待网络，直到 { $time }。
