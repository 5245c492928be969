//! What a site gets to read: the URL to the byte, and nothing of the reader's.

use crate::network::{World, page};

#[tokio::test(start_paused = true)]
async fn a_request_is_these_lines_and_no_others() {
    let world = World::new(&[("site.example", &["11.0.0.1"])], page);
    world
        .fetch("http://site.example/movies?page=2#part")
        .await
        .unwrap();
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!(
        "GET /movies?page=2 HTTP/1.1\r\n\
         host: site.example\r\n\
         user-agent: Mozilla/5.0 (compatible; Interleave/{version}; lessons on asynchronous crawling)\r\n\
         accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n\
         accept-encoding: identity\r\n\
         via: 1.1 interleave\r\n\
         connection: close\r\n\r\n"
    );
    assert_eq!(world.heard(), [expected]);
}

#[tokio::test(start_paused = true)]
async fn paths_and_queries_arrive_as_they_were_written() {
    let cases = [
        ("/?q=%2526", "/?q=%2526"),
        ("/a%2Fb", "/a%2Fb"),
        ("/?q=a+b%25", "/?q=a+b%25"),
        ("/%0d%0aX:1", "/%0d%0aX:1"),
        ("/?%0d%0aX:1", "/?%0d%0aX:1"),
        ("/a|b^c[d]?{e}`f`|^", "/a|b^c[d]?{e}`f`|^"),
        ("/?q=\u{4e2d}", "/?q=%E4%B8%AD"),
        ("", "/"),
        ("/x#fragment", "/x"),
    ];
    for (written, sent) in cases {
        let world = World::new(&[("site.example", &["11.0.0.1"])], page);
        world
            .fetch(&format!("http://site.example{written}"))
            .await
            .unwrap();
        let heard = world.heard();
        assert_eq!(
            heard[0].lines().next(),
            Some(&*format!("GET {sent} HTTP/1.1")),
            "{written}"
        );
        assert_eq!(
            heard[0]
                .lines()
                .filter(|line| line.starts_with("X"))
                .count(),
            0
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_host_line_has_the_port_that_the_url_has() {
    let world = World::new(&[("site.example", &["11.0.0.1"])], page);
    world.fetch("http://site.example:443/").await.unwrap();
    world.fetch("http://site.example:80/").await.unwrap();
    let hosts: Vec<String> = world
        .heard()
        .iter()
        .filter_map(|head| head.lines().nth(1).map(str::to_owned))
        .collect();
    assert_eq!(hosts, ["host: site.example:443", "host: site.example"]);
}
