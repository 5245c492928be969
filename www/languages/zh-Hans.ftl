# 读者看到的一切文字，简体中文。每句话都写明主语：事件循环、任务或线程。

## 语言

language-name = 简体中文
sentence-space = { "" }

## 页面

page-title = Interleave：看得见的异步代码
page-about = Rust 的 future 运行在事件循环上，事件次序与 asyncio 相同，每一步都有记录。
page-lesson = 课程
page-language = 语言
page-theme = 配色
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色
page-embed = 嵌入
page-needs = interleave.py：在普通 Python 中运行时，这份代码要导入的模块
page-copy = 复制
page-copied = 已复制
page-close = 关闭

## 组件

region-code = 代码
code-language = 程序语言
region-parameters = 参数
region-timeline = 时间线
region-console = 控制台
region-loop = 事件循环内部
timeline-description = { $tasks } 个任务的时间线，共 { $time }。{ $said }
parameters-none = 这一课没有可改的参数，请按“播放”。
reset = 重置
undo = 撤销
redo = 重做
undone = 已撤销。
redone = 已重做。
edited = { $name } = { $seconds }
edit-nothing = 没有选中任何一段。按 . 和 , 可以逐段移动。
edit-written = 这个时长直接写在代码里，不是由参数决定的。
edit-computed = 这个时长由代码计算得出，要改变它，请修改 { $names }。
edit-random = 这个时长是随机的：修改 { $names } 就会重新抽取。
edit-cancelled = 这次休眠在结束前就被取消了，要改变它的时长，请修改 { $name }。
edit-cut = 这次休眠还没结束，运行就结束了。
edit-network = 网络用了这么久才响应，这不是由参数决定的。
edit-other = 只有休眠或阻塞工作的末端可以拖动；这一段持续多久，取决于其他各段。
edit-narrow = 放大后才能拖动这次休眠的末端；也可以选中它，再按 [ 或 ]。
edit-order = 这条轴显示的是步骤的顺序，不是时间。换一条轴才能拖动末端。
edit-going = 运行还没有结束，结束后就可以拖动休眠的末端。
edit-live = 使用真实时钟时，休眠的时长已成事实；换成模拟时钟就可以拖动它的末端。
edit-large = 这次运行太大，无法随着指针的每次移动重新运行，请直接修改参数。
edit-compared = 这是用来对比的运行，不会改变；请在上面那次运行中拖动。
edit-recorded = 这是录制的运行，不会重新运行。
axis = 横轴
axis-auto = 自动
axis-elastic = 弹性
axis-time = 时间
axis-order = 次序
clock = 时钟
clock-simulated = 模拟
clock-live = 真实
clock-simulated-help = 休眠不花真实时间，每次运行都相同。
clock-live-help = 休眠和请求都花真实时间。
speed = 速度
speed-value = { $speed }×
speed-fixed = 真实抓取按自己的速度进行。
play = 播放
pause = 暂停
run-live = 使用实时时钟时，休眠和请求都花真实时间。请按“运行”。
run = 运行
stop = 停止
step-back = 后退
step-forward = 下一步
to-start = 回到开头
to-end = 跳到结尾
position = 第 { $step } 步，共 { $steps } 步
time-of = { $now } / { $end }
wall-time = 总用时
wall-time-running = 运行中
first-step = 正在运行：第一次运行还没有结束。
console-empty = 程序还没有输出。
console-more = 还有 { $count } 行
legend-running = 运行
legend-ready = 就绪，排队等待运行
legend-sleeping = 休眠
legend-waiting = 等待其他任务
legend-fetching = 请求网页
legend-blocking = 阻塞事件循环
legend-working = 线程在事件循环之外执行作业
legend-idle = 线程等待作业
legend-asked = 请求取消任务
legend-delivered = 任务在 await 处收到取消；空心：任务继续运行
legend-raised = 另一个任务的错误在 await 处抛出
legend-moment = 灰色：把同一时刻展开，显示其中各次运行的先后
legend-pale = 浅色：尚未发生
legend-endings = 行末：✓ 返回，✕ 抛出异常，□ 被取消
timeline-keys = 左右方向键单步，上下方向键换行，Home 和 End 到两端，空格播放，W 和 S 缩放，逗号和句号选择时间段，方括号缩短或延长选中的休眠，问号列出所有按键。
keys-title = 时间线的按键
keys-step = 前进一步，后退一步
keys-lane = 选中上一行，下一行
keys-ends = 到开头，到末尾
keys-play = 播放，暂停
keys-zoom = 放大，缩小
keys-move = 沿时间移动
keys-rows = 行更高，行更低
keys-span = 上一段，下一段
keys-fold = 折叠或展开所选任务之下的各行
keys-fold-all = 全部折叠或展开
keys-length = 缩短、延长选中的休眠
keys-length-ten = 同上，每次十步
keys-undo = 撤销、重做对参数的修改
keys-find = 按名称查找任务
keys-fit = 显示选中的一段
keys-all = 显示整个运行
keys-help = 这份列表
keys-pointer = 按住 Ctrl 滚动滚轮，或用两指，可以缩放；再按住 Shift 则改变行高。放大之后，拖动画面可以左右移动，拖动时间轴可以移动播放头。带手柄的休眠，长度由参数决定：拖动手柄即可修改参数，按 Esc 取消。
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
compare-end = 停止对比
compare-above = 上方的运行
compare-below = 下方的运行
compare-shorter = 缩短 { $by }：从 { $other }变为 { $mine }
compare-longer = 增加 { $by }：从 { $other }变为 { $mine }
compare-same = 用时相同：{ $mine }
region-statistics = 统计
statistics-none = 请先运行程序。
statistics-chart = 并发
statistics-concurrency = 最多同时有 { $most } 个任务，平均 { $average } 个。
statistics-no-time = 这次运行没有花费时间。
statistics-path = 关键路径：时间花在哪里
statistics-path-help = 这一连串等待决定了运行的总时长，其他工作都在它结束之前完成。
statistics-path-none = 从第一步到最后一步，没有任何等待花费时间。
statistics-path-more = ……等等。
statistics-light = 在时间线上显示
statistics-times = 各任务的时间
statistics-task = 任务
statistics-steps = 运行次数
statistics-running = 运行
statistics-ready = 就绪
statistics-sleeping = 休眠
statistics-waiting = 等待
statistics-sum = 合计
statistics-more = 还有 { $count } 个任务
loop-running = 运行
loop-ready = 就绪
loop-timers = 定时器
loop-callback = { $task } 的回调
loop-gather = gather 计入 { $task }
loop-deadline = { $task } 的期限
loop-waiting = 等待
loop-queue = 队列
loop-threads = 线程
loop-idle = 空闲
loop-none = 无
loop-items = { $count ->
    [0] 空
   *[other] { $count } 项
  }
fact-from-to = 从 { $from }到 { $to }
fact-from = 从 { $from }起
fact-at = 在 { $at }时
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
export-json = 运行录制（JSON）
export-text = 文字记录（文本）
export-running = 运行还没有结束：请在结束后导出。
export-long = 这次运行有 { $count ->
   *[other] { $count } 个事件
  }，超过了这种文件可写入的 { $most } 个；请导出为 PNG。
export-canvas = 浏览器无法生成这么大的图片；请导出为 SVG。
open-run = 打开运行录制或程序……
open-none = “{ $file }”不是运行录制：请选择本页导出的，或由“interleave run --format json”写出的 JSON 文件。
open-damaged = “{ $file }”已损坏：其中各部分内容互相矛盾。请重新导出这次运行。
open-lesson = “{ $file }”录制的是 { $lesson }，它不是本页的课程，文件里也没有程序本身：请用“interleave run”重新录制。
open-missing = 无法加载“{ $file }”（{ $why }）：请检查它的地址。
open-large = “{ $file }”太大，无法显示。
open-version = “{ $file }”由另一个版本的 Interleave 录制（格式 { $version }）：请重新录制。
open-recorded = 这是一次录制的运行：可以逐步查看，但不能修改。
program-run = 运行这个程序
program-edit = 编辑
program-back = 回到课程
program-new = 新建程序
program-unread = “{ $file }”不是 UTF-8 文本。
program-save = 保存程序
program-loading = 正在加载 Python：约 3 MB，只需一次……
program-goes-on = 正在运行……
program-find = 查找
program-find-next = 下一个
program-find-previous = 上一个
program-find-all = 全部
program-find-case = 区分大小写
program-find-expression = 正则表达式
program-find-words = 整个单词
program-find-close = 关闭
program-replace = 替换为
program-replace-one = 替换
program-replace-all = 全部替换
program-fold = 折叠
program-unfold = 展开
program-wrong = 第 { $line } 行：{ $message }
recorded-run = 运行录制：{ $file }
loading = 正在加载……
seconds = { $value } 秒
unit-seconds = 秒
poster-of = 海报：{ $text }
outcome-raised = 以错误结束
outcome-stopped = 已停止
outcome-limit = 达到上限

## 分享：嵌入对话框与链接

embed-title = 分享
embed-link = 当前内容的链接
embed-copy-link = 复制链接
embed-copy-selected = 已选中，请复制
embed-qr = 二维码
embed-qr-of = 链接的二维码
embed-qr-long = 链接太长，摄像头难以识别这样的二维码。请改为复制链接。
embed-link-long = 当前内容太长，无法放进链接。请改为嵌入你的网页。
embed-page = 放进你的网页
embed-what = 内容
embed-what-shown = 当前内容：{ $name }
embed-view = 显示的部分
embed-view-full = 全部
embed-view-article = 代码与时间线
embed-view-compact = 参数与时间线
embed-view-timeline = 时间线
embed-code = 代码
embed-code-python = Python
embed-code-rust = Rust
embed-code-none = 不显示代码
embed-theme = 颜色
embed-lang = 语言
embed-lang-page = 与所在网页相同
embed-values = 使用当前的参数值
embed-autorun = 首次可见时自动运行
embed-width = 预览
embed-width-phone = 手机上
embed-width-article = 文章中
embed-width-page = 整页宽
embed-kinds = 放在哪里
embed-kind-html = HTML
embed-kind-iframe = iframe
embed-kind-markdown = Markdown
embed-kind-myst = MyST
embed-kind-jupyter = Jupyter
embed-kind-react = React
embed-lines = 要复制的内容
embed-draws = 正在绘制图片……
embed-help-html = 把这些行粘贴到你的网页中。标签之间的图片在脚本加载之前就能看到，没有脚本也能看到。
embed-help-iframe = 用于不允许脚本的地方。这个框架只需要运行自身脚本的权限。
embed-help-markdown = 用于在构建时把这种代码块变成元素的书。
embed-help-myst = 可作为小部件（把 interleave-playground 包中的 anywidget.js 放在文档旁边），也可作为框架：两者选一。
embed-help-jupyter = 用于笔记本的一个单元格。
embed-help-react = 使用 interleave-playground 包。在 Vue 中标签相同。
embed-beside = 请把 { $file } 放在你的网页旁边。
embed-link-newer = 这个链接的版本是 { $name }，比本页更新。请重新加载页面，再打开一次链接。
embed-link-broken = 这个链接已损坏：它在传递中被截断或更改。请再要一次。
embed-link-large = 这个链接的内容超出了链接允许的大小。
embed-link-unknown = 链接中有本页不认识的“{ $name }”。其余内容照常显示。
embed-link-address = 链接指定了要连接的地址（{ $name }）。不会采用链接中的地址。

## 课程

page-skip = 跳到时间线
page-title-of = { $title } · Interleave
intro-what = 在浏览器里一步一步看 asyncio 如何运行。
intro-do = 按“下一步”，然后拖动一段休眠的末端。
page-lessons = 课程
page-more = 更多
page-pager = 上一课和下一课
page-docs = Python 文档中的相关说明
lesson-count = { $number } / { $count }
lesson-done = （已完成）
lesson-next = 下一课：{ $title }
lesson-onward = 下一课
course-begin = 从头开始
page-question = 问题
question-right = 正确：{ $answer }。
question-wrong = 不对，答案是 { $answer }。
question-is-right = （正确）
question-is-wrong = （错误）
question-watch = 播放看看
hint-number = { $number } / { $count }：
hint-step = 按“下一步”，读一读发生了什么
hint-drag = 拖动这个末端，看其余部分如何变化
hint-play = 按“播放”
hints-close = 关闭提示
region-moment = 正在发生什么
region-tools = 视图和工具
next-second = 下一秒
pace = 播放的节奏
pace-reading = 阅读节奏
pace-time = 按时钟
keys-second = 到下一秒
code-copy = 复制
code-copied = 已复制
tabs = 下方显示的内容
tab-code = 代码
tab-loop = 循环
tab-console = 输出
tab-values = 参数
words-title = 词语
word-picture = main、worker_1 和 worker_2 在两秒内的时间线，每个词语所在之处标有编号。
word-caption = 课程“两个 worker 作为任务”。深色：任务在运行。黄色：在就绪队列中排队。蓝色：在休眠。紫色：在等待其他任务。
word-lead = asyncio 用一个线程做许多事。六个词语就能说清楚。
word-coroutine = 协程
word-coroutine-is = 是调用 async 函数（以 async def 开头的函数）得到的东西。调用本身什么也不运行：worker("worker_1", 1) 只创建一个协程，await 才运行它。它的代码一次一次地运行，每次从一个需要等待的 await 到下一个；图中标出的是 worker_1 的第一次运行。
word-task = 任务
word-task-is = 是由循环自行运行的协程。asyncio.run 创建第一个任务 main，create_task 创建其他任务；图中每一行是一个任务。直接 await 一个协程不会创建新任务：它在等待它的任务里运行。
word-loop = 循环
word-loop-is = 即事件循环。它同一时刻只运行一个任务：图中没有两个深色块上下重叠。一个任务停下后，循环取下一个任务运行。
word-queue = 就绪队列
word-queue-is = 是现在就可以运行的任务排成的队。先进入的先运行。新任务排在队尾，所以要等创建它的任务让出控制权之后才开始。
word-timer = 定时器
word-timer-is = 唤醒休眠中的任务。asyncio.sleep(1) 设置一个一秒之后的定时器。定时器到期时，任务重新进入就绪队列。就绪队列为空时，循环等待下一个定时器。
word-control = 让出控制权
word-control-is = 是任务在需要等待的 await 处所做的事。只有在那里，其他任务才能运行。await 已经完成的东西不需要等待，也不让出控制权。在两个需要等待的 await 之间，没有什么会打断任务，无论它计算多久。
word-on = 现在一步一步走完各课：每一步，页面都显示哪个任务在运行、哪些任务在就绪队列里、设置了哪些定时器。

## 课程

lesson-blocking-title = 普通循环
lesson-blocking-summary = 四个页面逐个抓取，休眠会阻塞事件循环。
lesson-blocking-look = 图中只有 main 一行。每次休眠都是一段阴影，表示事件循环被阻塞；各段从不重叠。
lesson-blocking-why = time.sleep 这样的休眠不让出控制权：调用返回之前，事件循环不运行任何任务，也不触发任何定时器。所以各页面的时间相加；即使有多个任务也一样：一个任务在 time.sleep 里时，其他任务都停着。
lesson-await-in-turn-title = 只有 async 和 await
lesson-await-in-turn-summary = 只加上 async 和 await，别的都不变：每个 await 结束后，下一个调用才开始。
lesson-await-in-turn-look = 图中仍然只有 main 一行，各次休眠依次进行。与普通循环对比：休眠一样长，但事件循环没有被阻塞。
lesson-await-in-turn-why = await crawl_page(url) 在同一个任务 main 里运行 crawl_page，并不创建别的任务。每次休眠时 main 都让出控制权，但就绪队列是空的，没有别的任务可运行。各页面的时间仍然相加。
lesson-tasks-title = 每个页面一个任务
lesson-tasks-summary = 每个页面一个任务：一个任务休眠时，其他任务运行。
lesson-tasks-look = 每个页面各占一行，并在同一时刻开始，也就是 main 第一次 await 的时候。用时最长的页面结束时，运行结束。
lesson-tasks-why = create_task 把每个协程变成任务，放进就绪队列。一个任务休眠时，事件循环运行已就绪的任务，所以各次休眠相互重叠。main 依次 await 这些任务，并不会耽搁其中任何一个。
lesson-gather-title = 用 gather 抓取四个页面
lesson-gather-summary = 一个 await 等待所有任务。
lesson-gather-look = 各页面的运行与“每个页面一个任务”相同，但 main 只等待一次，等待所有任务。最后一个页面结束后，main 恢复运行。
lesson-gather-why = gather 把收到的每个协程变成任务，一个 await 等待所有任务。无论哪个任务先结束，结果都按参数的顺序排列。如果一个任务出错，gather 立刻抛出这个错误，其他任务继续运行。
lesson-workers-in-turn-title = 两个 worker 依次执行
lesson-workers-in-turn-summary = worker_1 完成后 worker_2 才开始：await 运行协程，就像调用函数一样。
lesson-workers-in-turn-look = 图中只有 main 一行：这里 worker_1 和 worker_2 不是任务。worker_1 返回之后，worker_2 才打印它的第一行。
lesson-workers-in-turn-why = await worker(…) 仍在同一个任务里：main 像运行函数一样运行 worker，在 worker 休眠处让出控制权。没有别的任务可以利用这段时间，所以两次休眠相加。
lesson-workers-as-tasks-title = 两个 worker 作为任务
lesson-workers-as-tasks-summary = 两个 worker 同时休眠。单步运行，看看为什么。
lesson-workers-as-tasks-look = 单步走到 main 的第一个 await：worker_1 和 worker_2 从这里才开始。然后看两次休眠如何在各自的行里同时进行。
lesson-workers-as-tasks-why = create_task 只把任务放进就绪队列，并不启动任务：main 保持控制权，直到它的第一个 await。休眠会设定一个定时器并让出控制权，这时事件循环可以运行另一个任务。总时长等于较长的那次休眠，而不是两次之和。await 一个已经完成的任务不会等待，立刻带着结果继续。
lesson-cancel-and-errors-title = 错误与取消
lesson-cancel-and-errors-summary = 一个 worker 返回，一个出错，一个被取消：看 gather 如何报告。
lesson-cancel-and-errors-look = 看三个 worker 怎样结束：一个返回，一个抛出错误，还有一个如果在 main 调用 cancel 时仍在休眠，就被取消。再看 main 在 gather 的 await 处得到什么。
lesson-cancel-and-errors-why = cancel() 只是请求：CancelledError 在任务停留的 await 处抛出；await 这个被取消的任务，也会得到 CancelledError。return_exceptions=True 时，gather 等待所有任务，返回一个按参数顺序排列的列表，错误和取消像结果一样排在其中。为 False 时，gather 在 main 的 await 处抛出其中第一个错误，不取消任何任务。
lesson-producer-consumer-title = 生产者与消费者
lesson-producer-consumer-summary = 两个任务往队列里放值，两个任务从中取值。
lesson-producer-consumer-look = 跟着一个值从 put 走到 get：如果有消费者在等这个值，就有一个箭头从生产者指向消费者。各行上方的条带显示队列里有多少个值。
lesson-producer-consumer-why = 队列为空时 get 等待，队列已满时 put 等待；maxsize 为 0 时队列永远不会满。put 唤醒等待最久的消费者。消费者自己不会返回，所以由 main 取消。
lesson-done-callback-title = 完成回调
lesson-done-callback-summary = 任务完成时由事件循环调用的函数，在等待它的任务恢复之前调用。
lesson-done-callback-look = 看页面结束的那一刻：事件循环在下一轮调用完成回调，不占用任务的任何一次运行。最后一个回调之后，main 恢复运行。
lesson-done-callback-why = 任务完成时，它的完成回调按添加的先后进入就绪队列。gather 的回调比 main 添加的晚，所以先打印结果，main 才恢复运行。完成回调里的错误只会记录到日志。
lesson-scheduled-not-started-title = create_task 会立刻启动任务吗？
lesson-scheduled-not-started-summary = create_task 只把任务放进就绪队列；等 main 让出控制权，任务才开始运行。
lesson-scheduled-not-started-look = create_task 之后，只要 main 还有控制权，两个 worker 就一直在就绪队列里等待。worker_2 从未开始：main 在它第一次运行之前就取消了它。
lesson-scheduled-not-started-why = create_task 只是安排任务：当前任务在需要等待的 await 处让出控制权之后，新任务才第一次运行。阻塞调用不会让出控制权。取消一个还没开始的任务，它的代码就一行也不会运行。
lesson-ties-and-sleep-zero-title = asyncio.sleep(0)：休眠零秒，接下来谁运行？
lesson-ties-and-sleep-zero-summary = 一样长的休眠、sleep(0)、await 已完成的任务：各按什么先后运行。
lesson-ties-and-sleep-zero-look = 两次休眠一样长时，任务 first 先醒来；每个 sleep(0) 都让另一个 worker 任务在中间运行。再看 main 又一次 await first：直到 main 的 sleep(0)，newcomer 才开始。
lesson-ties-and-sleep-zero-why = 一样长的休眠按开始的先后结束：在真实的时钟上，后开始的会晚一点点到期。sleep(0) 不设定时器：休眠的任务排到就绪队列末尾，在当时已就绪的任务之后运行。await 一个已完成的任务会立刻返回，等待它的任务保持控制权。
lesson-never-awaited-title = 从未被 await 的协程
lesson-never-awaited-summary = 调用协程函数只会得到一个协程对象，里面的代码一行也不运行。
lesson-never-awaited-look = 图中只有 main 一行：调用 crawl_page 不会创建任务，也不打印任何内容。最后，控制台显示 Python 给出的警告。把 awaited 设为 true，main 就依次运行这些页面。
lesson-never-awaited-why = 调用协程函数得到一个协程对象；只有 await 这个对象，或把它变成任务，函数里的代码才会运行。Python 丢弃从未被 await 的协程对象时会给出警告：RuntimeWarning: coroutine 'crawl_page' was never awaited。无论在同一行丢弃多少个对象，警告只出现一次，程序继续运行。看到这个警告，几乎总是因为忘了写 await。
lesson-loop-in-a-loop-title = 在事件循环里再启动事件循环
lesson-loop-in-a-loop-summary = 为什么不能在运行中的事件循环里调用 asyncio.run()。
lesson-loop-in-a-loop-look = 对 asyncio.run 的调用立刻抛出错误，crawl_page 在那里什么也不打印。下一行的 await 才运行 crawl_page。
lesson-loop-in-a-loop-why = asyncio.run 启动一个新的事件循环，等它结束才返回。线程里已有事件循环在运行时，asyncio.run 会抛出 RuntimeError。在协程里请用 await；笔记本里已有事件循环在运行，所以单元格里可以直接 await。
lesson-as-completed-title = asyncio.as_completed：先完成的先得到
lesson-as-completed-summary = as_completed 按完成的先后给出结果，gather 按参数的顺序。
lesson-as-completed-look = 一有页面结束，main 就恢复运行，按页面结束的先后打印结果。最后一行打印 gather 的列表，按参数的顺序排列。
lesson-as-completed-why = as_completed 按任务结束的先后给出结果，每个 await 等待下一个结果。无论哪个任务先结束，gather 的结果都按参数的顺序排列。这里 main 调用 gather 时所有任务都已完成，所以 gather 不花时间。
lesson-wait-for-some-title = asyncio.wait：FIRST_COMPLETED、FIRST_EXCEPTION
lesson-wait-for-some-summary = asyncio.wait 说明哪些任务已完成，哪些未完成；未完成的任务继续运行。
lesson-wait-for-some-look = 找到 main 从 asyncio.wait 恢复运行的时刻：它取决于 return_when。那时仍未完成的页面不会被取消，会继续运行到结束。
lesson-wait-for-some-why = asyncio.wait 在一个任务完成、一个任务出错或所有任务完成时返回；没有任务出错时，FIRST_EXCEPTION 等待所有任务。它不取消任何任务，也不抛出任务的错误：错误在 await 该任务时才抛出。asyncio.wait 接受的是任务；直接传入协程会出错。
lesson-no-gain-for-cpu-title = 任务与纯计算
lesson-no-gain-for-cpu-summary = 计算从不让出控制权：两个任务和依次计算一样久。
lesson-no-gain-for-cpu-look = 每个 worker 从第一行到最后一行都阻塞事件循环，各段阴影从不重叠。
lesson-no-gain-for-cpu-why = 计算里没有 await，所以任务一直保持控制权，直到计算结束，其间别的任务无法运行。任务之间能重叠的是等待，不是计算。要同时计算，请用多个进程，例如 ProcessPoolExecutor。
lesson-blocking-in-a-task-title = 任务里的阻塞调用
lesson-blocking-in-a-task-summary = 阻塞调用会让所有任务停下。选择 to_thread：在线程中调用则不影响其他任务。
lesson-blocking-in-a-task-look = 阻塞调用期间，阴影穿过所有行，任务 clock 无法准时打点。选择 to_thread 时，调用移到线程的行里，clock 每秒打点一次。
lesson-blocking-in-a-task-why = 只写 async def 并不会让调用变成异步：会阻塞的函数一直占着控制权，返回之前事件循环无法运行别的任务。asyncio.to_thread 在线程里运行这个函数，任务 await 它结束。这样事件循环就空出来，可以运行其他任务。
lesson-threads-title = 用线程抓取同样的页面
lesson-threads-summary = 在线程池里运行会阻塞的函数：线程池有几个线程，就同时运行几个。
lesson-threads-look = 各线程的行在任务下方；线程做完一个页面，就取下一个。页面比线程多时，有些页面要等待空闲的线程。
lesson-threads-why = run_in_executor 把函数交给线程池，返回一个可以 await 的 future。函数可以阻塞，因为等待的只是它所在的线程，事件循环仍然空闲。线程池有几个线程，就同时运行几个页面。
lesson-first-error-title = 第一个错误
lesson-first-error-summary = gather 立刻抛出第一个错误；其他任务继续运行，直到 main 结束时才被取消。
lesson-first-error-look = 有页面抛出错误时，main 立刻恢复运行，仍在休眠的页面继续。到 main 结束时还在休眠的页面，那时才被取消。
lesson-first-error-why = 没有 return_exceptions 时，gather 在 main 的 await 处抛出第一个错误，让其他任务继续运行。运行结束时，asyncio.run 取消所有剩下的任务。如果用 TaskGroup，其他任务会立刻被取消。
lesson-task-group-title = asyncio.TaskGroup：任务组与 ExceptionGroup
lesson-task-group-summary = 组里一个任务出错，其他任务就被取消，错误合成一组抛出。
lesson-task-group-look = 找到代码块结束的时刻：组里的任务全部结束之后，main 才恢复运行。如果 worker_2 出错，那一刻仍在休眠的 worker 会被取消。
lesson-task-group-why = TaskGroup 在代码块末尾等待组里的所有任务。一个任务出错时，TaskGroup 取消其他任务，等它们结束，再把错误合成一个 ExceptionGroup 抛出，由 except* 捕获。没有 return_exceptions 的 gather 只抛出第一个错误，也不取消任何任务。
lesson-cancel-and-finally-title = task.cancel()：取消任务，CancelledError 与 finally
lesson-cancel-and-finally-summary = 被取消的任务仍会运行 finally，其中可以 await；还没开始的任务什么也不运行。
lesson-cancel-and-finally-look = 如果 worker_1 在休眠时被取消，它的行还会继续：finally 仍然运行，并按 clean_up 休眠。worker_2 在第一次运行之前就被取消，什么也不打印。
lesson-cancel-and-finally-why = cancel() 只是请求取消：CancelledError 在任务所停的 await 处抛出，except 和 finally 像遇到其他错误时一样运行。任务继续抛出 CancelledError，就以取消结束，await 这个任务也会抛出 CancelledError。取消一个还没开始的任务，它的代码就一行也不会运行，finally 也不例外。
lesson-timeout-title = 超时
lesson-timeout-summary = wait_for 取消一个页面，timeout 取消一段代码；被取消的协程可以做清理。
lesson-timeout-look = 找一个到时间还在休眠的页面：它在休眠处被取消，先做清理，main 才继续。最后那段代码只有一个时限，所有页面共用。
lesson-timeout-why = wait_for 和 timeout 取消超时的部分，等被取消的协程结束，再抛出 TimeoutError。wait_for 限制一个可 await 的对象，timeout 限制一段代码。只有 await 处才能取消：阻塞调用会一直运行到结束。
lesson-shield-title = asyncio.shield：只取消等待
lesson-shield-summary = wait_for 超时放弃，受 shield 保护的任务继续运行。
lesson-shield-look = 如果先到超时，main 恢复运行，而 save 继续休眠，直到结束。然后 main 再次 await 这个任务，得到结果。
lesson-shield-why = 到时间后，wait_for 取消它所等待的对象。shield 挡在中间：被取消的只是等待，受保护的任务继续运行。shield 不会延长整个运行：main 返回时还没结束的任务，照样会被取消。
lesson-retry-title = 退避重试
lesson-retry-summary = 页面常常失败时，每次停顿更久，再加随机抖动，然后重试。
lesson-retry-look = 比较同一页面每次失败后的停顿：基数逐次加倍，再加上随机的抖动。停顿期间，其他页面继续运行。
lesson-retry-why = 网站没有回答，往往是因为过载；越来越久的停顿给网站留出时间。抖动让各页面错开：一起失败的页面不会一起再来。asyncio.sleep 只让停顿的任务休眠，不影响其他任务。
lesson-event-and-lock-title = asyncio.Event 与 asyncio.Lock：事件与锁
lesson-event-and-lock-summary = 事件按先后唤醒所有等待它的任务；锁每次只让一个任务进入。
lesson-event-and-lock-look = main 设定事件时，三个 worker 在同一时刻就绪，worker_1 得到锁。worker_2 和 worker_3 醒来，发现锁被占用，于是排队等待。
lesson-event-and-lock-why = event.set() 唤醒所有等待的任务，按开始等待的先后。同一时间只有一个任务持有锁；释放锁会唤醒等待最久的任务。任务只会在 await 处失去控制权，所以只有当任务要 await、又不许其他任务进入时，才需要锁。
lesson-queue-join-title = Queue.join 与 task_done：队列里的任务都做完了吗？
lesson-queue-join-summary = 有上限的队列：没有空位时 put 等待；join 一直等到每一项都做完。
lesson-queue-join-look = 看 producer 如何在队列已满时等待。再比较全部放完的时刻与全部做完的时刻。
lesson-queue-join-why = 队列已满时 put 等待；maxsize 为 0 时队列永远不会满。join 一直等到每个放入的项都调用过一次 task_done：队列空了还不够，因为消费者任务可能仍在处理一项。消费者自己不会返回，所以 main 取消这个任务。
lesson-semaphore-title = 信号量：同时运行多少个
lesson-semaphore-summary = 信号量有若干许可：页面很多，同时抓取的只有几个。
lesson-semaphore-look = 任何时候，正在休眠的页面都不多于信号量的许可。页面结束时释放许可；如果有页面在等待，就由等待最久的取得。
lesson-semaphore-why = async with 取得一个许可，没有就等待许可被释放；代码块结束时释放许可，出错时也一样。所有任务一开始就都存在，信号量限制的是同时进入代码块的任务数。等待的任务按到来的先后取得许可。
lesson-rate-limit-title = 速率限制
lesson-rate-limit-summary = 令牌桶：每个页面取走一个令牌，令牌以固定的节奏补回。
lesson-rate-limit-look = 最初的页面一起开始，桶里有几个令牌就开始几个。之后，等待的页面要等补回令牌才能开始。
lesson-rate-limit-why = 每个页面从桶里取走一个令牌，没有就等待；任务 refill 以固定的节奏补回令牌。所以速率限制的是每秒开始多少个页面，而不是同时运行多少个：后者由信号量限制。
lesson-ten-thousand-title = 一万个页面
lesson-ten-thousand-summary = 每个页面一个任务，每次一百个：许多分钟的等待，几秒就完成。
lesson-ten-thousand-look = 行太多、无法逐行画出时，图中显示处于各状态的任务有多少；放大可以看到单个任务。同时休眠的任务不多于信号量的许可。
lesson-ten-thousand-why = 等待中的任务只占一点内存，不占计算时间，所以一个线程可以让一万个任务一起等待。所有任务一开始就创建好，信号量只让有限的任务同时进入。这样不会让网站一下子承受所有请求。
lesson-movies-in-turn-title = 电影抓取：逐页
lesson-movies-in-turn-summary = 先取列表，再取每部电影的页面，一次一个请求。
lesson-movies-in-turn-look = main 发出一个请求，等到响应，才发出下一个请求：各请求从不重叠。
lesson-movies-in-turn-why = 每个 fetch 都等到 await 结束，才开始下一个，所以所有请求的时间相加。请求期间 main 让出控制权，但没有别的任务可以利用这段时间。
lesson-movies-gather-title = 电影抓取：并发
lesson-movies-gather-summary = 同样的页面一起请求：只用一小部分时间。
lesson-movies-gather-look = 取得列表页之后，各部电影的页面同时请求，最多同时 concurrency 个。最后按列表的顺序打印各行。
lesson-movies-gather-why = 每部电影的页面在各自的任务里请求，所以请求相互重叠。无论哪个响应先到，gather 的结果都按参数的顺序排列，所以各行保持列表的顺序。信号量限制网站同时收到多少个请求。

group-first = 从循环到任务
group-workers = 两个 worker，一步一步
group-why = 读者常问
group-results = 等待结果
group-blocking = 计算、阻塞、线程
group-failing = 错误、取消、超时
group-coordination = 协调：事件、锁、队列
group-many = 同时多少个
group-more = 错误、队列、回调
group-crawl = 真实的抓取

## 参数

parameter-urls = 页面
parameter-urls-help = 页面，每个都有名称和秒数：例如 url_3；秒数与名称中的数字不同时，写作 url_3:1.5。
parameter-worker_1-help = worker_1 休眠多久。
parameter-worker_2-help = worker_2 休眠多久。
parameter-worker_3-help = worker_3 休眠多久。
parameter-cancel_after-help = main 在多久之后取消 worker_3。
parameter-return_exceptions-help = gather 把错误作为结果返回，还是抛出第一个错误。
parameter-python-help = 按哪个 Python 版本打印结果列表。
parameter-producers-help = 多少个任务往队列里放值。
parameter-consumers-help = 多少个任务从队列里取值。
parameter-items-help = 每个生产者放多少个值。
parameter-produce_pause-help = 生产者每放一个值后休眠多久。
parameter-consume_pause-help = 消费者每取一个值后休眠多久。
parameter-maxsize-help = 队列能放多少个值；0 表示不限。
parameter-stop_after-help = main 在多久之后取消消费者。
parameter-seed-help = 随机值的种子；种子相同，值就相同。
parameter-site-help = 列表页。使用模拟时钟时，重放事先录制的演示网站抓取。
parameter-proxy-help = 使用真实时钟时，替本页请求网页的代理。
parameter-limit-help = 抓取列表中的多少部电影。
parameter-concurrency-help = 最多同时进行多少个请求。
parameter-busy-help = main 在第一次 await 之前占用控制权多久。
parameter-awaited-help = main 最后是否 await 这些协程。
parameter-broken-help = 列表中第几个页面抛出错误，从 1 数起；0 表示没有。
parameter-main_stays-help = 出错之后 main 还继续运行多久。
parameter-timeout-help = main 等待多久之后超时取消。
parameter-call-help = 怎样调用 crawl_page：在事件循环里调用，会阻塞循环；或放到线程里调用。
parameter-threads-help = 线程池最多有几个线程。
parameter-failures-help = 一百次尝试中失败多少次。
parameter-attempts-help = 每个页面最多尝试几次。
parameter-pause-help = 第一次重试前停顿的秒数；之后每次加倍，再加上最多同样长的随机抖动。
parameter-rest-help = 每个页面之后休息多久，才释放许可。
parameter-rate-help = 每秒补回多少个令牌。
parameter-burst-help = 桶里最多有多少个令牌，也就是最多同时开始多少个页面。
parameter-pages-help = 一共有多少个页面。
parameter-fails-help = worker_2 休眠之后是否出错。
parameter-clean_up-help = worker 的 finally 休眠多久。
parameter-catch-help = worker 捕获取消（CancelledError）之后是否不再抛出。
parameter-work-help = save 休眠多久。
parameter-return_when-help = asyncio.wait 何时返回：第一个任务完成时、出现第一个错误时，或所有任务完成时。
parameter-event_after-help = main 在多久之后设定事件。
parameter-inside-help = worker 持有锁多久。
parameter-first-help = 任务 first 休眠多久。
parameter-second-help = 任务 second 休眠多少秒。

# 只用于一课的说明：lesson-课程-参数-help。
lesson-no-gain-for-cpu-worker_1-help = worker_1 计算多久。
lesson-no-gain-for-cpu-worker_2-help = worker_2 计算多久。
lesson-cancel-and-finally-cancel_after-help = main 在多久之后取消两个 worker。
lesson-queue-join-items-help = 生产者往队列里放多少项。
lesson-queue-join-pause-help = 消费者处理每一项用多久。

## 无效的值

refused-seconds = “{ $value }”无效，请输入 0 到 { $max } 之间的秒数。
refused-count = “{ $value }”无效，请输入 { $min } 到 { $max } 之间的整数。
refused-choice = “{ $value }”不是可选项，请选择：{ $options }。
refused-url-count = { $count ->
    [0] 列表里没有页面，请输入 1 到 { $max } 个页面，例如 url_1,url_2。
   *[other] { $count } 个页面太多了，请输入 1 到 { $max } 个页面。
  }
refused-url-number = “{ $url }”不是有效的页面，请输入名称和秒数，例如 url_3 或 page:1.5。
refused-url-seconds = “{ $url }”用时太久，最多 { $max } 秒。
refused-address = “{ $value }”不是网址，请输入形如 http://127.0.0.1:8082/ 的网址。
refused-value = { $name }：{ $said }
refused-parameter = 这一课没有参数“{ $name }”；可用的参数：{ $options }。
refused-parameter-none = 这一课没有参数“{ $name }”，也没有其他参数。
refused-lesson = 没有课程“{ $value }”，改为显示“{ $instead }”。
refused-compare = 没有可对比的课程“{ $value }”。
refused-speed = “{ $value }”不是有效的速度，请输入 0.1 到 100 之间的数。
refused-step = “{ $value }”不是步骤的编号；步骤从 1 开始编号。
refused-attribute = “{ $value }”不是 { $name } 的有效取值；可用的取值：{ $options }。
refused-name = 地址不能设置 { $name }。
refused-given = “{ $value }”不是 { $name } 的有效取值；请给出文本、数字、true 或 false，或列表。

## 运行的错误

error-ProxyUnreachable = 代理 { $about } 没有响应。请用“interleave serve”启动代理，或修改代理地址。
error-ProxyRefused = 代理没有取回网页：{ $about }
error-NotRecorded = 录制的抓取中没有 { $about } 的响应。请把时钟切换到“真实”再请求。
error-HttpError = 网站返回状态码 { $about }。
error-PageError = { $about } 不像这一课要读取的页面。
error-other = 程序抛出 { $kind }：{ $message }
error-limit-steps = 任务运行的次数达到 { $about } 的上限。可能有一个不会结束的循环。
error-limit-tasks = 运行达到 { $about } 个任务的上限。
error-limit-events = 运行达到 { $about } 个记录事件的上限。
error-limit-lines = 运行达到 { $about } 行输出的上限。
error-limit-queued = 一个队列达到 { $about } 项的上限：生产者比消费者快。
error-limit-step = 有一次运行持续了 { $about } 秒还没有 await，达到上限。可能有一个不会结束的循环。
error-limit-memory = 程序用的内存达到 { $about } MB 的上限。可能有什么在不停地变大。
error-limit-stuck = 所有任务都在等待，没有什么能唤醒它们：发生了死锁。asyncio 会永远等下去。
part-missing = 当前处于离线状态，或服务器没有响应，而这一部分尚未加载。已显示的内容保持不变；恢复联网后请重新选择。
part-gone = 此页面已有更新的版本，当前版本的这一部分已不再提供。请重新加载页面。
error-load = Interleave 加载失败：{ $message }。请重新加载页面。

## 图中的标签

label-sleeps = 休眠 { $seconds } | { $seconds }
label-sleeps-cut = 休眠 { $seconds }后中断 | { $seconds }
label-waits-for-task = 等待 { $name } | 等待
label-waits-for-gather = 等待 { $count } 个任务 | 等待
label-waits-for-group = 等待 { $count } 个任务 | 等待
label-waits-for-future = 等待 future | 等待
label-waits-to-get = 等待队列项 | 等待
label-waits-to-put = 等待空位 | 等待
label-waits-for-permit = 等待许可 | 等待
label-waits-for-lock = 等待锁 | 等待
label-waits-for-event = 等待事件 | 等待
label-waits-for-condition = 等待条件 | 等待
label-waits-for-barrier = 在屏障处等待 | 等待
label-waits-to-join = 等待全部处理完 | 等待
label-waits-for-any = 等待 { $count } 个之一 | 等待
label-waits-for-next = 等待 { $count } 个中的下一个 | 等待
label-waits-for-first = 等待 { $count } 个中的第一个 | 等待
label-waits-for-error = 等待出错，或 { $count } 个全部完成 | 等待
label-waits-for-every = 等待全部 { $count } 个 | 等待
label-waits-for-thread = 等待线程 | 等待
label-fetches = 请求 { $name } | { $name }
label-blocks = 阻塞事件循环 { $seconds } | { $seconds }
label-works = 为 { $name } 执行作业 | { $name }
label-works-alone = 工作中
label-seconds = { $seconds } 秒
label-cancelled = 已取消
label-queue = 队列 { $name }
label-turn = 第 { $count } 次运行
label-done = 于 { $seconds } 秒结束
label-most = 最多 { $count } 项

## 任务在做什么

state-ready = 在就绪队列中
state-ready-by = 由 { $by } 唤醒，在就绪队列中
state-running = 运行
state-blocking = 阻塞事件循环：其他任务都不能运行
state-working = 在事件循环之外为 { $task } 执行作业
state-working-alone = 在事件循环之外工作
state-idle = 等待作业
state-sleeping = 休眠
state-waits-for-task = 等待 { $other }
state-waits-for-gather = 等待 { $count } 个任务
state-waits-to-get = 等待队列项
state-waits-to-put = 等待队列空位
state-waits-for-permit = 等待信号量的许可
state-waits-for-future = 等待一个 future
state-waits-for-lock = 等待锁被释放
state-waits-for-event = 等待事件被设置
state-waits-for-condition = 等待条件变量的通知
state-waits-for-barrier = 在屏障处等待其他任务
state-waits-to-join = 等待队列中的所有项处理完
state-waits-for-any = { $count ->
    [1] 等待一个任务
   *[other] 等待 { $count } 个任务中的一部分
  }
state-waits-for-next = { $count ->
    [1] 等待一个任务结束
   *[other] 等待 { $count } 个任务中的下一个结束
  }
state-waits-for-first = { $count ->
    [1] 等待一个任务结束
   *[other] 等待 { $count } 个任务中的第一个结束
  }
state-waits-for-error = { $count ->
    [1] 等待一个任务结束
   *[other] 等待 { $count } 个任务中有一个出错，或全部结束
  }
state-waits-for-every = { $count ->
    [1] 等待一个任务结束
   *[other] 等待 { $count } 个任务全部结束
  }
state-waits-for-group = { $count ->
    [1] 等待任务组中的最后一个任务
   *[other] 等待任务组中的 { $count } 个任务
  }
state-waits-for-thread = 等待线程中作业的结果
state-fetches = 请求 { $url }
measure-size = { $value } 字节
state-holds = 队列 { $number } 有 { $count ->
    [0] 0 项（空）
   *[other] { $count } 项
  }，最多时 { $most } 项

## 一步一步

# 拥有控制权的一方：任务，或程序中不属于任何任务的部分。
actor = { $task ->
    [0] 程序
    [1] 回调
   *[other] { $task }{ " " }
  }
run-starts = 运行开始：{ $task } 在就绪队列的最前面。
run-ends = 没有待处理的工作：事件循环在 { $time }时关闭。
creates = { $task } 创建了 { $names }，{ $count ->
    [1] 该任务
   *[other] 这些任务
  }在就绪队列中等待。
creates-many = { $task } 创建了 { $count } 个任务，这些任务在就绪队列中等待。
step-first = 事件循环从就绪队列中取出 { $task }，{ $task } 开始运行。
cancelled-before = { $task } 还没有运行就被取消：它的代码一行也不会运行，finally 也不会。
step-timer = { $task } 的休眠结束，{ $task } 恢复运行。
step-alarm = 事件循环的定时器使 { $task } 就绪，{ $task } 恢复运行。
step-timed-out = { $task } 的期限已过，{ $task } 恢复运行：它的 await 被取消，抛出 CancelledError。
step-cancelled = { $by } 取消了 { $task }，{ $task } 恢复运行：它的 await 抛出 CancelledError。
step-cancelled-group = { $task } 的任务组取消了它，{ $task } 恢复运行：它的 await 抛出 CancelledError。
step-cancelled-loop = 事件循环取消了 { $task }，{ $task } 恢复运行：它的 await 抛出 CancelledError。
step-fetch = { $status ->
    [0] { $task } 的请求失败：{ $host } 没有响应，{ $task } 恢复运行。
   *[other] { $task } 的响应已到达，状态码 { $status }，{ $task } 恢复运行。
  }
step-thread = { $thread } 完成了 { $task } 的作业，{ $task } 恢复运行。
step-done = { $by } 结束了，所以 { $task } 恢复运行。
step-done-cancelled = { $by } 因取消而结束，所以 { $task } 恢复运行，{ $task } 的 await 抛出 CancelledError。
step-gathered = { $count } 个任务中的最后一个 { $by } 结束了，所以 { $task } 恢复运行。
step-group = 任务组中的最后一个任务 { $by } 结束了，所以 { $task } 恢复运行。
step-any = { $by } 结束了，等待完成，{ $task } 恢复运行。
step-permit = { $by } 归还了许可，所以 { $task } 得到许可，恢复运行。
step-lock = { $by } 释放了锁，所以 { $task } 恢复运行。
step-event = { $by } 设置了事件，所以 { $task } 恢复运行。
step-condition = { $by } 通知了条件变量，所以 { $task } 恢复运行。
step-barrier = { $by } 最后一个到达屏障，所以 { $task } 恢复运行。
step-get = { $by } 往队列里放入了一项，所以 { $task } 恢复运行。
step-put = { $by } 从队列中取出了一项，所以 { $task } 有了空位，恢复运行。
step-join = { $by } 处理完队列中的最后一项，所以 { $task } 恢复运行。
step-woken = { $by } 使 { $task } 就绪，{ $task } 恢复运行。
step-again = 就绪队列轮到 { $task }，{ $task } 恢复运行。
prints = { actor }打印“{ $text }”。
prints-lines = { actor }打印{ $names }。
prints-many = { actor }打印 { $count } 行，从“{ $text }”到“{ $last }”。
logs = 事件循环记录日志：“{ $text }”。
warns = Python 发出警告：“{ $text }”。
blocks = { $task } 阻塞事件循环 { $seconds }：到 { $time }为止，其他任务都不能运行。
calls-back = { $task } 结束了，所以它的完成回调被调用。
callback-ready = { $task } 的完成回调进入就绪队列。
cancels = { actor }请求取消 { $other }。
cancels-loop = 事件循环请求取消 { $task }。
cancels-left = 事件循环取消尚未结束的 { $names }。
cancels-left-many = 事件循环取消 { $count } 个尚未结束的任务。
cancels-group = { $task } 失败了，所以它的任务组取消 { $names }。
cancels-group-many = { $task } 失败了，所以它的任务组取消 { $count } 个任务。
raised-into = { $other } 的错误在 { $task } 的 await 处抛出。
cancel-delivered = { $task } 在 await 处收到取消（CancelledError）。
sets-deadline = { $task } 设置一个期限：定时器在 { $seconds }后，即 { $time }时触发。
removes-deadline = { $task } 移除它在 { $time }时的期限。
deadline-passes = { $task } 设置的期限在 { $time }时已过：事件循环取消 { $task } 的 await。
puts = { actor }往队列里放入一项，队列现有 { $count } 项。
gets = { actor }从队列中取出一项，队列现有 { $count } 项。
job-begins = { $thread } 接过一个作业，在事件循环之外执行；循环继续运行。
job-ends = { $thread } 完成了作业，并通知事件循环。
thread-starts = 线程启动：{ $thread }。
thread-prints = { $thread } 打印“{ $text }”。
main-ended = main 结束，运行也随之结束。
limit-reached = { $limit ->
    [steps] 任务运行的次数达到 { $count } 的上限，到此结束。
    [tasks] 运行达到 { $count } 个任务的上限，到此结束。
    [events] 运行达到 { $count } 个记录事件的上限，到此结束。
    [lines] 运行达到 { $count } 行输出的上限，到此结束。
    [queued] 一个队列达到 { $count } 项的上限，运行到此结束。
    [step] 有一次运行持续了 { $count } 秒还没有 await，达到上限，运行到此结束。
    [memory] 程序用的内存达到 { $count } MB 的上限，运行到此结束。
   *[stuck] 所有任务都在等待，没有什么能唤醒它们：发生了死锁，运行到此结束。
  }
end-yields = { $task } 让出控制权，排到就绪队列末尾。
end-sleeps = { $task } 休眠 { $seconds }，让出控制权。
end-waits-for-task = { $task } 等待 { $other }，让出控制权。
end-waits-for-gather = { $task } 等待 { $count } 个任务，让出控制权。
end-waits-for-rest = { $task } 等待 { $total } 个任务中的 { $count } 个，{ $done ->
    [1] 有一个
   *[other] 其余 { $done } 个
  }已经完成，让出控制权。
end-waits-for-future = { $task } 等待一个 future，让出控制权。
end-waits-to-get = 队列为空：{ $task } 等待队列项，让出控制权。
end-waits-to-put = 队列已满：{ $task } 等待空位，让出控制权。
end-waits-for-permit = 信号量没有空闲的许可：{ $task } 等待许可，让出控制权。
end-waits-for-lock = 锁被其他任务持有：{ $task } 等待锁，让出控制权。
end-waits-for-event = 事件还没有设置：{ $task } 等待事件，让出控制权。
end-waits-for-condition = { $task } 释放条件变量的锁，等待通知，让出控制权。
end-waits-for-barrier = 屏障处的任务还没有到齐：{ $task } 等待其他任务，让出控制权。
end-waits-to-join = 队列中的项还没有全部处理完：{ $task } 等待它们，让出控制权。
end-waits-for-any = { $count ->
    [1] { $task } 等待一个任务完成，让出控制权。
   *[other] { $task } 等待 { $count } 个任务中完成足够多的任务，让出控制权。
  }
end-waits-for-next = { $task } { state-waits-for-next }，让出控制权。
end-waits-for-first = { $task } { state-waits-for-first }，让出控制权。
end-waits-for-error = { $task } { state-waits-for-error }，让出控制权。
end-waits-for-every = { $task } { state-waits-for-every }，让出控制权。
end-waits-for-group = { $task } 等待它的任务组中{ $count ->
    [1] 最后一个任务
   *[other]尚未结束的 { $count } 个任务
  }，让出控制权。
end-waits-for-thread = { $task } 把作业交给线程，等待结果，让出控制权。
end-fetches = { $task } 请求 { $url }，让出控制权。
end-finished = { $task } 完成，离开事件循环。
end-returned = { $task } 完成，返回 { $value }。
end-raised = { $task } 以错误 { $error } 结束。
end-cancelled = { $task } 被取消，离开事件循环。
waits = 就绪队列为空，事件循环等待。
waits-until = 就绪队列为空，事件循环等待最早的定时器，直到 { $time }。
waits-timer = 就绪队列为空，事件循环等待最早的定时器：到 { $time }时，{ $names } { $count ->
    [1] 醒来
   *[other] 依次醒来
  }。
waits-timer-many = 就绪队列为空，事件循环等待最早的定时器：到 { $time }时，许多任务醒来，首先是 { $names }。
waits-deadline = 就绪队列为空，事件循环等待最早的定时器：到 { $time }时，{ $names } 的期限{ $count ->
    [1] 已到
   *[other] 都已到
  }。
waits-deadline-many = 就绪队列为空，事件循环等待最早的定时器：到 { $time }时，许多期限已到，首先是 { $names } 的期限。
waits-fetch = 就绪队列为空，事件循环等待网络：到 { $time }时，{ $names } { $count ->
    [1] 对 { $url } 的请求结束
   *[other] 的请求依次结束
  }。
waits-fetch-many = 就绪队列为空，事件循环等待网络：到 { $time }时，许多请求结束，首先是 { $names } 的请求。
fetches-now = 就绪队列为空，事件循环等待网络：{ $names } { $count ->
    [1] 请求了 { $url }
   *[other] 的请求都还没有响应
  }。
fetches-now-many = 就绪队列为空，事件循环等待网络：已发出 { $count } 个请求，首先是 { $names } 的请求。
waits-thread = 就绪队列为空，事件循环等待 { $thread }，直到 { $time }。
thread-now = 就绪队列为空，事件循环等待 { $thread }。

## Questions before a run, and their answers

question-wall-time = 这个程序要运行多久？
question-line = 第 { $number } 行打印的是什么？
question-last-line = 最后打印的是哪一行？
question-last-line-time = “{ $text }”在什么时候打印？
question-ending = { $task } 会怎样结束？
answer-seconds = { $time }
answer-text = { $text }
answer-returned = 正常返回
answer-raised = 抛出错误
answer-cancelled = 被取消
