//! The twelve movies of the demo site, all invented.

use std::sync::LazyLock;

/// The movies, one a line: the title in Chinese and in English, the day it opens, the genre, and the
/// plot in one sentence.
const TABLE: &str = "\
纸船与鲸 The Paper Boat and the Whale | 12月05日 | 动画 / 冒险 | 一张写着愿望的纸折成小船，出海去找从不回信的鲸。
第七个闹钟 The Seventh Alarm Clock | 12月05日 | 喜剧 | 六个闹钟都没能叫醒的钟表匠，决定再造一个。
云端修理铺 The Cloud Repair Shop | 12月11日 | 动画 / 家庭 | 下坏了的雨、卷皱了的云，山顶的小铺都收。
九号月台的猫 The Cat on Platform Nine | 12月12日 | 剧情 | 每班火车都晚点，只有那只猫总是准时。
雨天博物馆 The Museum of Rainy Days | 12月18日 | 爱情 / 奇幻 | 馆里收藏着一千场雨，唯独少了他们相遇的那一场。
借来的星光 Borrowed Starlight | 12月19日 | 科幻 | 城市停电的夜里，天文台第一次把望远镜借给了街坊。
面包师的彗星 The Baker's Comet | 12月24日 | 喜剧 / 家庭 | 面团发了七十六年，彗星回来的那天刚好出炉。
会唱歌的灯塔 The Lighthouse That Sang | 12月24日 | 音乐 / 剧情 | 灯坏了以后，守塔人开始唱歌，船一艘也没有走错。
迷路的风筝 A Kite Off Course | 12月26日 | 冒险 | 线断了，风筝替它的主人看完了整条海岸。
最后一班缆车 The Last Cable Car | 12月31日 | 悬疑 | 跨年夜的末班缆车停在半空，车上多了一位乘客。
深海图书馆 The Library Under the Sea | 01月01日 | 奇幻 | 借书的期限是一次潮汐，逾期的人要留下一个故事。
两分钟的夏天 A Summer of Two Minutes | 01月09日 | 剧情 / 科幻 | 极地的夏天只有两分钟，他们排了一年的队。";

/// All movies, in the order of the list.
pub static MOVIES: LazyLock<Vec<Movie>> =
    LazyLock::new(|| (1..).zip(TABLE.lines()).filter_map(Movie::read).collect());

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

impl Movie {
    /// Finds a movie by the number in an address.
    pub fn find(id: &str) -> Option<&'static Self> {
        MOVIES.iter().find(|movie| movie.id.to_string() == id)
    }

    fn read((id, line): (u32, &'static str)) -> Option<Self> {
        let [name, date, kind, plot] = line.split(" | ").collect::<Vec<_>>().try_into().ok()?;
        let (_, title) = name.split_once(' ')?;
        Some(Self {
            id,
            name,
            title,
            date,
            kind,
            plot,
        })
    }
}
