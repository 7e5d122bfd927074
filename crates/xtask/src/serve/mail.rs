//! A mail server for trying things out: takes what the hub sends and shows the link that is in it.
//! Nothing is sent on and nothing is kept. Speaks just enough SMTP for one sender on this machine.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

/// Listens on a free port, for as long as this program runs.
pub(super) fn start() -> Result<SocketAddr> {
    let listener =
        TcpListener::bind(("127.0.0.1", 0)).context("no free port for the mail server")?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                // A sender that hangs up is the hub's to notice.
                if let Ok(mails) = converse(&stream) {
                    mails.iter().for_each(|mail| show(mail));
                }
            });
        }
    });
    Ok(address)
}

/// One conversation; the mails that came in it.
fn converse(stream: &TcpStream) -> std::io::Result<Vec<String>> {
    let mut out = stream;
    let mut lines = BufReader::new(stream).lines();
    let mut mails = Vec::new();
    out.write_all(b"220 here\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        match verb.as_str() {
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                mails.push(body(&mut lines)?);
                out.write_all(b"250 taken\r\n")?;
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                break;
            }
            _ => out.write_all(b"250 well\r\n")?,
        }
    }
    Ok(mails)
}

/// Everything up to the line that is a full stop.
fn body(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> std::io::Result<String> {
    let mut text = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            break;
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
        text.push('\n');
    }
    Ok(text)
}

fn show(mail: &str) {
    match link(mail) {
        Some(link) => println!("  a mail was sent; its link   {link}"),
        None => println!("  a mail was sent"),
    }
}

/// The first address that leads to a signature, with the line ends undone that mail puts in
/// (quoted-printable, RFC 2045, section 6.7).
fn link(mail: &str) -> Option<String> {
    let whole = mail.replace("=\n", "").replace("=3D", "=");
    let found = whole.split_whitespace().find_map(|word| {
        let start = word.find("http")?;
        let address = word.get(start..)?;
        address.contains("/s/").then_some(address)
    })?;
    let end = found.find(['"', '<', '>']).unwrap_or(found.len());
    found.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn the_link_of_a_mail_is_found() {
        let rows = [
            (
                "Subject: x\n\nhttp://127.0.0.1:8080/s/abc\n",
                Some("http://127.0.0.1:8080/s/abc"),
            ),
            (
                "Please press:\n\nhttp://127.0.0.1:80=\n80/s/ab=\nc\n",
                Some("http://127.0.0.1:8080/s/abc"),
            ),
            (
                "<a href=3D\"http://127.0.0.1:8080/s/abc\">here</a>",
                Some("http://127.0.0.1:8080/s/abc"),
            ),
            ("nothing here", None),
        ];
        for (mail, wanted) in rows {
            assert_eq!(link(mail).as_deref(), wanted, "{mail}");
        }
    }
}
