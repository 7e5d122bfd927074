//! Chooses between brotli, gzip and neither by `Accept-Encoding` (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

/// A form in which a file lies ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Encoding {
    /// As in `Content-Encoding`, which is left out for the file as it is.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The best of what is on `offer` for these request headers; at equal wish the smaller file.
///
/// A client that forbids everything still gets the file as it is: RFC 9110 allows it, and a
/// widget that arrives is worth more than a 406.
pub(crate) fn choose(headers: &HeaderMap, offer: &[Encoding]) -> Encoding {
    let wishes = Wishes::read(headers);
    offer
        .iter()
        .map(|&encoding| (wishes.weight(encoding), encoding))
        .filter(|(weight, _)| *weight > 0)
        .max()
        .map_or(Encoding::Identity, |(_, encoding)| encoding)
}

/// Weights in thousandths, as the client gave them.
#[derive(Default)]
struct Wishes {
    brotli: Option<u16>,
    gzip: Option<u16>,
    identity: Option<u16>,
    any: Option<u16>,
}

impl Wishes {
    fn read(headers: &HeaderMap) -> Self {
        let mut wishes = Self::default();
        for value in headers.get_all(header::ACCEPT_ENCODING) {
            for item in value.to_str().unwrap_or_default().split(',') {
                wishes.take(item);
            }
        }
        wishes
    }

    fn take(&mut self, item: &str) {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let place = match name.as_str() {
            "br" => &mut self.brotli,
            "gzip" | "x-gzip" => &mut self.gzip,
            "identity" => &mut self.identity,
            "*" => &mut self.any,
            _ => return,
        };
        let weight = parts
            .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
            .map_or(Some(1000), thousandths);
        // A weight that is no weight says nothing about this encoding.
        if weight.is_some() {
            *place = weight;
        }
    }

    fn weight(&self, encoding: Encoding) -> u16 {
        match encoding {
            Encoding::Brotli => self.brotli.or(self.any).unwrap_or(0),
            Encoding::Gzip => self.gzip.or(self.any).unwrap_or(0),
            // Always acceptable unless forbidden, but never preferred to what was asked for.
            Encoding::Identity => self.identity.or(self.any).unwrap_or(1),
        }
    }
}

/// `1`, `0.5` or `0.125` in thousandths; none for anything else.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::{
        Encoding::{Brotli, Gzip, Identity},
        *,
    };

    #[test]
    fn each_client_gets_the_smallest_file_it_can_read() {
        let rows = [
            // (what the client says, what it gets)
            (None, Identity),
            (Some(""), Identity),
            (Some("br"), Brotli),
            (Some("gzip, deflate, br, zstd"), Brotli),
            (Some("gzip, deflate"), Gzip),
            (Some("GZIP"), Gzip),
            (Some("x-gzip"), Gzip),
            (Some("deflate, zstd"), Identity),
            (Some("gzip;q=1, br;q=0.5"), Gzip),
            (Some("gzip;q=0.5,br;q=0.5"), Brotli),
            (Some("br;q=0, gzip"), Gzip),
            (Some("br ; q=0 , gzip ; q=0"), Identity),
            (Some("br;q=0.001"), Brotli),
            (Some("identity, br;q=0.5"), Identity),
            (Some("identity;q=0.5, br;q=0.5"), Brotli),
            (Some("*"), Brotli),
            (Some("*;q=0.5, br;q=0"), Gzip),
            (Some("*;q=0, gzip"), Gzip),
            (Some("identity;q=0, *;q=0"), Identity),
            (Some("br;q=nonsense, gzip"), Gzip),
            (Some("br;q=1.5, gzip;q=0.2"), Gzip),
            (Some("brotli, bro, gz"), Identity),
        ];
        for (said, expected) in rows {
            let mut headers = HeaderMap::new();
            if let Some(said) = said {
                headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(said));
            }
            let chosen = choose(&headers, &[Identity, Gzip, Brotli]);
            assert_eq!(chosen, expected, "Accept-Encoding: {said:?}");
        }
    }

    #[test]
    fn only_what_lies_ready_is_given() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("br, gzip"),
        );
        assert_eq!(choose(&headers, &[Identity]), Identity);
        assert_eq!(choose(&headers, &[Identity, Gzip]), Gzip);
    }
}
