//! https: fetched when the certificate is good, refused when anything about it is not.

use std::sync::Arc;

use interleave_proxy::{Fetcher, Network, Policy};
use rcgen::{CertificateParams, CertifiedKey, date_time_ymd};
use rustls::{RootCertStore, ServerConfig, crypto::ring, pki_types::PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio_rustls::TlsAcceptor;

use crate::network::{RecordingDialer, World, page};

const NAMES: &[(&str, &[&str])] = &[("site.example", &["11.0.0.1"])];
const URL: &str = "https://site.example/";

fn certificate(name: &str, last_year: i32) -> CertifiedKey<rcgen::KeyPair> {
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_before = date_time_ymd(2000, 1, 1);
    params.not_after = date_time_ymd(last_year, 1, 1);
    let signing_key = rcgen::KeyPair::generate().unwrap();
    let cert = params.self_signed(&signing_key).unwrap();
    CertifiedKey { cert, signing_key }
}

/// Makes a world where every address is a site with this certificate, which redirects `/down`
/// to plain http.
fn world(certified: &CertifiedKey<rcgen::KeyPair>) -> World {
    let key = PrivateKeyDer::Pkcs8(certified.signing_key.serialize_der().into());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let dialer = RecordingDialer::new(move |_| {
        let (near, far) = duplex(64 * 1024);
        let accepting = acceptor.accept(far);
        tokio::spawn(async move {
            let Ok(mut stream) = accepting.await else {
                return;
            };
            let mut head = [0; 1024];
            let _ = stream.read(&mut head).await;
            let answer: &[u8] = match head.starts_with(b"GET /down") {
                true => b"HTTP/1.1 302 Found\r\nLocation: http:10.0.0.1/\r\n\r\n",
                false => b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret",
            };
            let _ = stream.write_all(answer).await;
            let _ = stream.shutdown().await;
        });
        Ok(Some(near))
    });
    World::with_dialer(NAMES, dialer, Arc::default())
}

/// Makes a fetcher that trusts one certificate.
fn trusting(world: &World, certified: &CertifiedKey<rcgen::KeyPair>) -> Fetcher {
    let mut roots = RootCertStore::empty();
    roots.add(certified.cert.der().clone()).unwrap();
    let network = Network {
        roots: Arc::new(roots),
        ..world.network()
    };
    Fetcher::new(Policy::default(), network).unwrap()
}

#[tokio::test]
async fn a_good_certificate_is_accepted() {
    let certified = certificate("site.example", 4000);
    let world = world(&certified);
    let fetched = trusting(&world, &certified).fetch(URL).await.unwrap();
    assert_eq!(&fetched.body[..], b"secret");
    assert_eq!(world.dialled(), ["11.0.0.1:443"]);
}

#[tokio::test]
async fn expired_and_foreign_certificates_are_not() {
    for certified in [
        certificate("site.example", 2001),
        certificate("other.example", 4000),
    ] {
        let fetcher = trusting(&world(&certified), &certified);
        let refusal = fetcher.fetch(URL).await.unwrap_err();
        assert_eq!(refusal.reason.code(), "tls-failed");
    }
}

#[tokio::test]
async fn a_self_signed_certificate_that_is_not_listed_is_not() {
    let world = world(&certificate("site.example", 4000));
    assert_eq!(world.refusal(URL).await, "502 tls-failed hop=0");
}

#[tokio::test]
async fn a_site_that_does_not_speak_tls_is_not() {
    let world = World::new(NAMES, page);
    let dialer = RecordingDialer::new(|_| {
        let (near, mut far) = duplex(1024);
        tokio::spawn(async move { far.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await });
        Ok(Some(near))
    });
    let network = Network {
        dialer: Arc::new(dialer),
        ..world.network()
    };
    let fetcher = Fetcher::new(Policy::default(), network).unwrap();
    assert_eq!(
        fetcher.fetch(URL).await.unwrap_err().reason.code(),
        "tls-failed"
    );
}

#[tokio::test]
async fn from_https_an_http_url_without_slashes_names_a_host() {
    let certified = certificate("site.example", 4000);
    let world = world(&certified);
    let fetcher = trusting(&world, &certified);
    let refusal = fetcher
        .fetch("https://site.example/down")
        .await
        .unwrap_err();
    assert_eq!((refusal.reason.code(), refusal.hop), ("blocked-address", 1));
    assert_eq!(world.dialled(), ["11.0.0.1:443"]);
}
