//! Every module that `library.txt` names can be imported: what it imports itself is there.

use super::fidelity::check;

const LIST: &str = include_str!("../../library.txt");

#[test]
fn each_module_of_the_list_is_imported() {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    let names = lines.map(|name| name.trim().trim_end_matches(".__init__"));
    let names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
    assert!(names.len() > 100, "{} modules", names.len());
    check(format!(
        "import importlib
failures = []
for name in {names:?}:
    try:
        importlib.import_module(name)
    except BaseException as error:
        failures.append(f'{{name}}: {{type(error).__name__}}: {{error}}')
assert not failures, '\\n'.join(failures)
"
    ));
}

#[test]
fn modules_without_files_or_sockets_work() {
    check(
        r#"
import argparse, configparser, csv, email.message, hashlib, hmac, html, io, ipaddress, pathlib, pickle, shlex
import tomllib, urllib.parse, uuid, xml.etree.ElementTree as tree

parser = argparse.ArgumentParser(prog="p")
parser.add_argument("--n", type=int, default=3)
assert parser.parse_args([]).n == 3
assert "--n N" in parser.format_help()
assert list(csv.reader(io.StringIO("a,b\n1,\"2,3\"\n"))) == [["a", "b"], ["1", "2,3"]]
assert hashlib.sha256(b"x").hexdigest().startswith("2d711642b726b044")
assert hmac.new(b"k", b"m", "sha256").hexdigest().startswith("b60090e3")
assert html.unescape("&lt;&eacute;") == "<\u00e9"
assert ipaddress.ip_address("10.0.0.1") in ipaddress.ip_network("10.0.0.0/8")
assert (pathlib.PurePosixPath("/a") / "b.txt").suffix == ".txt"
assert pickle.loads(pickle.dumps({"a": [1, (2, None)]})) == {"a": [1, (2, None)]}
assert shlex.split("a 'b c'") == ["a", "b c"]
assert tomllib.loads("[t]\nn = 1")["t"]["n"] == 1
assert urllib.parse.urljoin("http://h/a/b", "../c?d=1") == "http://h/c?d=1"
assert str(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")) == "886313e1-3b8a-5372-9b90-0c9aee199e5d"
assert tree.fromstring("<a><b k='v'>t</b></a>").find("b").get("k") == "v"
assert "\u20ac".encode("cp1252") == b"\x80" and "\u6f22".encode("gbk") == b"\x9dh"
config = configparser.ConfigParser()
config.read_string("[s]\nk = v\n")
assert config["s"]["k"] == "v"
"#
        .to_owned(),
    );
}
