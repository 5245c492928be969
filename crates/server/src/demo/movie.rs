//! The twelve movies of the demo site, all invented.

/// A movie that will be shown soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movie {
    /// The movie's number in addresses, from 1.
    pub id: u32,
    /// The title, in Chinese and then in English, as the list has it.
    pub name: &'static str,
    /// The English title, as the poster has it.
    pub title: &'static str,
    /// The day it opens.
    pub date: &'static str,
    /// The genre.
    pub kind: &'static str,
    /// The plot, in one sentence.
    pub plot: &'static str,
}

/// All movies, in the order of the list.
pub const MOVIES: [Movie; 12] = [
    Movie {
        id: 1,
        name: "纸船与鲸 The Paper Boat and the Whale",
        title: "The Paper Boat and the Whale",
        date: "12月05日",
        kind: "动画 / 冒险",
        plot: "一张写着愿望的纸折成小船，出海去找从不回信的鲸。",
    },
    Movie {
        id: 2,
        name: "第七个闹钟 The Seventh Alarm Clock",
        title: "The Seventh Alarm Clock",
        date: "12月05日",
        kind: "喜剧",
        plot: "六个闹钟都没能叫醒的钟表匠，决定再造一个。",
    },
    Movie {
        id: 3,
        name: "云端修理铺 The Cloud Repair Shop",
        title: "The Cloud Repair Shop",
        date: "12月11日",
        kind: "动画 / 家庭",
        plot: "下坏了的雨、卷皱了的云，山顶的小铺都收。",
    },
    Movie {
        id: 4,
        name: "九号月台的猫 The Cat on Platform Nine",
        title: "The Cat on Platform Nine",
        date: "12月12日",
        kind: "剧情",
        plot: "每班火车都晚点，只有那只猫总是准时。",
    },
    Movie {
        id: 5,
        name: "雨天博物馆 The Museum of Rainy Days",
        title: "The Museum of Rainy Days",
        date: "12月18日",
        kind: "爱情 / 奇幻",
        plot: "馆里收藏着一千场雨，唯独少了他们相遇的那一场。",
    },
    Movie {
        id: 6,
        name: "借来的星光 Borrowed Starlight",
        title: "Borrowed Starlight",
        date: "12月19日",
        kind: "科幻",
        plot: "城市停电的夜里，天文台第一次把望远镜借给了街坊。",
    },
    Movie {
        id: 7,
        name: "面包师的彗星 The Baker's Comet",
        title: "The Baker's Comet",
        date: "12月24日",
        kind: "喜剧 / 家庭",
        plot: "面团发了七十六年，彗星回来的那天刚好出炉。",
    },
    Movie {
        id: 8,
        name: "会唱歌的灯塔 The Lighthouse That Sang",
        title: "The Lighthouse That Sang",
        date: "12月24日",
        kind: "音乐 / 剧情",
        plot: "灯坏了以后，守塔人开始唱歌，船一艘也没有走错。",
    },
    Movie {
        id: 9,
        name: "迷路的风筝 A Kite Off Course",
        title: "A Kite Off Course",
        date: "12月26日",
        kind: "冒险",
        plot: "线断了，风筝替它的主人看完了整条海岸。",
    },
    Movie {
        id: 10,
        name: "最后一班缆车 The Last Cable Car",
        title: "The Last Cable Car",
        date: "12月31日",
        kind: "悬疑",
        plot: "跨年夜的末班缆车停在半空，车上多了一位乘客。",
    },
    Movie {
        id: 11,
        name: "深海图书馆 The Library Under the Sea",
        title: "The Library Under the Sea",
        date: "01月01日",
        kind: "奇幻",
        plot: "借书的期限是一次潮汐，逾期的人要留下一个故事。",
    },
    Movie {
        id: 12,
        name: "两分钟的夏天 A Summer of Two Minutes",
        title: "A Summer of Two Minutes",
        date: "01月09日",
        kind: "剧情 / 科幻",
        plot: "极地的夏天只有两分钟，他们排了一年的队。",
    },
];

impl Movie {
    /// Finds a movie by the number in an address.
    pub fn find(id: &str) -> Option<&'static Self> {
        MOVIES.iter().find(|movie| movie.id.to_string() == id)
    }
}
