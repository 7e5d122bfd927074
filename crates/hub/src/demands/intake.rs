//! A signature on its way in: looked at from the outside in, then handed to the writer.
//!
//! Nothing is looked up by address. Whether somebody has signed before makes no difference to what
//! is done, to the answer, or to how long it takes; that is judged when the mailed link is used.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Path, Request, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use swansfeet_api::demands::{Accepted, Signable, Signing};
use swansfeet_demands::{
    Email, UNICODE,
    code::Code,
    duplicate::{CampaignSecret, NameTag},
};
use zeroize::{Zeroize, Zeroizing};

use super::{
    Demands,
    check::{bound, check_record, copies, facets},
    cors, peer,
    puzzle::{Key, Puzzles},
    refusal::{Refusal, fault, field},
    registry::Entry,
};
use crate::{
    mail::Letter,
    problem::Problem,
    store::model::{Id, NewSignature, Proof, Taken},
    token::{Token, random},
};

/// The most that a request may hold.
pub(super) const LARGEST: usize = 32 * 1024;
/// Faster than anybody types a name.
const TOO_FAST: u64 = 3;

pub(super) async fn sign(
    State(demands): State<Arc<Demands>>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let entry = demands.registry.find(&slug);
    let headers = request.headers().clone();
    let response = match received(&demands, entry.as_deref(), request).await {
        Ok(accepted) => {
            let status = match accepted.mail {
                true => StatusCode::ACCEPTED,
                false => StatusCode::CREATED,
            };
            let no_store = [(header::CACHE_CONTROL, "no-store")];
            (status, no_store, Json(accepted)).into_response()
        }
        Err(refusal) => refusal.into_response(),
    };
    cors::allow(cors::telling_when(response), entry.as_deref(), &headers)
}

async fn received(
    demands: &Demands,
    entry: Option<&Entry>,
    request: Request,
) -> Result<Accepted, Refusal> {
    if !is_json(request.headers()) {
        return Err(Problem::WrongContentType.into());
    }
    let now = demands.clock.now();
    let address = peer::address(request.extensions(), request.headers(), &demands.trusted);
    let network = demands.gates.network(address);
    demands
        .gates
        .pass_network(network, now)
        .map_err(Problem::TooMany)?;
    let entry = entry.ok_or(Problem::NoSuchCampaign)?;
    if !cors::may_sign(entry, request.headers(), demands.base()) {
        return Err(Problem::NoSuchCampaign.into());
    }
    match entry.signable(now) {
        Signable::Open => {}
        Signable::NotYet => return Err(Problem::NotYet.into()),
        Signable::Closed => return Err(Problem::Closed.into()),
    }
    let body = Bytes::from_request(request, &()).await.map_err(too_large)?;
    let signing = read(body)?;
    let many = demands
        .gates
        .pass_campaign(entry.campaign.slug.as_str(), now)
        .map_err(Problem::TooMany)?;
    if many {
        let key = Key::of(entry.secret.as_ref().ok_or(Problem::NotYet)?);
        let solved = signing.proof.as_ref();
        if !solved.is_some_and(|solution| demands.puzzles.takes(&key, solution, now)) {
            let puzzle = Puzzles::make(&key, now).ok_or(Problem::Internal)?;
            return Err(Refusal::Puzzle(Box::new(puzzle)));
        }
    }
    take(demands, entry, signing).await
}

pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn too_large(_: BytesRejection) -> Refusal {
    // Cut off by the sender, or longer than the layer above lets through.
    Problem::TooLarge.into()
}

/// Reads the body, and wipes it: it holds an address.
fn read(body: Bytes) -> Result<Signing, Refusal> {
    if body.len() > LARGEST {
        return Err(Problem::TooLarge.into());
    }
    let signing = match std::str::from_utf8(&body) {
        Ok(text) => Signing::from_json(text).map_err(|error| fault(&error)),
        Err(_) => Err(Refusal::NotJson("This is not UTF-8 text.".to_owned())),
    };
    if let Ok(mut body) = body.try_into_mut() {
        body.as_mut().zeroize();
    }
    signing
}

/// Everything that the hub can tell without a key, and then the disk.
async fn take(demands: &Demands, entry: &Entry, signing: Signing) -> Result<Accepted, Refusal> {
    let bound = bound(entry, &signing)?;
    let facets = facets(entry, &signing)?;
    check_record(&signing.record.0, bound.epoch).map_err(|()| Problem::BadRecord)?;
    let copies = copies(entry, &signing)?;
    let secret = entry.secret.as_ref().ok_or(Problem::NotYet)?;
    let token = token(secret, &signing);
    let id = Id(random());
    let (proof, letter) = proof(demands, entry, secret, &signing, &facets.area, id, &token)?;
    let by_mail = letter.is_some();
    let signature = NewSignature {
        id,
        campaign: entry.campaign.slug.to_string(),
        token: token.hash(),
        proof,
        bound,
        facets,
        day: demands.clock.today(),
        held: signing.seconds.0 < TOO_FAST,
        record: signing.record.0,
        copies,
    };
    match demands.writer.write(signature, letter).await {
        Ok(Taken::Kept) => {}
        Ok(Taken::NoSuchCode) => return Err(Problem::BadCode.into()),
        // By this very signature: its first answer was lost on the way, and is given again.
        Ok(Taken::CodeUsed) if is_kept(demands, &token).await? => {}
        Ok(Taken::CodeUsed) => return Err(Problem::UsedCode.into()),
        Err(_) => return Err(Problem::NotReady.into()),
    }
    demands.changed(entry);
    Ok(Accepted {
        accepted: true,
        mail: by_mail,
        withdraw: (!by_mail).then(|| format!("{}/s/{}", demands.base(), token.text().as_str())),
    })
}

/// The link of a signature by email is random. One by code is the same for the same sealed record.
fn token(secret: &CampaignSecret, signing: &Signing) -> Token {
    let code = signing.code.as_ref();
    // One that cannot be read is refused below.
    match code.and_then(|code| Code::read(&code.0).ok()) {
        Some(code) => Token::of_code(secret, &code, &signing.record.0),
        None => Token::new(),
    }
}

async fn is_kept(demands: &Demands, token: &Token) -> Result<bool, Refusal> {
    let linked = demands.store.linked(&token.hash()).await;
    Ok(linked.map_err(|_| Problem::NotReady)?.is_some())
}

/// How the signer proves that it is them, and the mail for those who do it by mail.
fn proof(
    demands: &Demands,
    entry: &Entry,
    secret: &CampaignSecret,
    signing: &Signing,
    area: &str,
    id: Id,
    token: &Token,
) -> Result<(Proof, Option<Letter>), Refusal> {
    match (&signing.email, &signing.code) {
        (Some(_), Some(_)) => Err(field(
            "code",
            "stands beside an email address: send one of them",
        )),
        (None, None) => Err(field(
            "email",
            "is missing: send an email address or a code",
        )),
        (None, Some(code)) => {
            let code = Code::read(&code.0).map_err(|_| Problem::BadCode)?;
            Ok((Proof::Code(secret.code_mark(&code)), None))
        }
        (Some(email), None) => {
            if !demands.outbox.sends() {
                return Err(Problem::NoMail.into());
            }
            let email = Email::read(&email.0, UNICODE).map_err(|_| Problem::BadEmail)?;
            let tag = signing.name_tag.and_then(|tag| u16::try_from(tag.0).ok());
            let tag = tag.filter(|tag| *tag < 4_096).map(NameTag::from_bits);
            let tag = tag.ok_or_else(|| field("name_tag", "must be a number from 0 to 4095"))?;
            let marks = secret.marks(&email, tag, area);
            let place = demands.outbox.reserve().ok_or(Problem::NotReady)?;
            let letter = Letter {
                signature: id,
                campaign: entry.campaign.slug.to_string(),
                language: signing.language.0.clone(),
                address: Zeroizing::new(email.to_string()),
                token: token.clone(),
                muted: !demands
                    .gates
                    .pass_address(marks.address, demands.clock.now()),
                place,
            };
            Ok((Proof::Mail(marks), Some(letter)))
        }
    }
}
