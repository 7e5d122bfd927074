//! A signature on its way in: looked at from the outside in, then handed to the writer.
//!
//! Nothing is looked up by address. Whether somebody has signed before makes no difference to what
//! is done, to the answer, or to how long it takes; that is judged when the mailed link is used.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Path, Request, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use std::sync::Arc;
use swansfeet_api::{
    demands::{Accepted, Signable, Signing},
    read::{ReadError, ReadFault},
};
use swansfeet_demands::{
    Email, UNICODE,
    code::Code,
    duplicate::{CampaignSecret, NameTag},
    form::MOST_PRIORITIES,
    seal::{Header, LONGEST},
    text::Slug,
};
use swansfeet_places::{Area, Region};
use zeroize::{Zeroize, Zeroizing};

use super::{Demands, cors, peer, puzzle::Puzzle, registry::Entry};
use crate::{
    mail::Letter,
    prepared,
    problem::{self, Problem},
    store::model::{Bound, Facets, Id, NewSignature, Proof, Taken},
    token::{Token, random},
};

/// The most that a request may hold.
pub(super) const LARGEST: usize = 32 * 1024;
/// Faster than anybody types a name.
const TOO_FAST: u64 = 3;
/// Of a record beside its padded plaintext: header, encapsulated key, tag.
const OVERHEAD: usize = 6 + 32 + 16;
const STEP: usize = 256;

/// Why it was not taken.
enum Refusal {
    Problem(Problem),
    /// A field and what is wrong with it.
    Field(String, String),
    NotJson(String),
    Puzzle(Box<Puzzle>),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal::Problem(problem)
    }
}

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
    // So that the page can tell people how long to wait.
    let exposed = HeaderValue::from_static("retry-after");
    let response = prepared::with(response, header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    cors::allow(response, entry.as_deref(), &headers)
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
        let solved = signing.proof.as_ref();
        if !solved.is_some_and(|solution| demands.puzzles.takes(solution, now)) {
            let puzzle = demands.puzzles.make(now).ok_or(Problem::Internal)?;
            return Err(Refusal::Puzzle(Box::new(puzzle)));
        }
    }
    take(demands, entry, signing).await
}

fn is_json(headers: &HeaderMap) -> bool {
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
    let token = Token::new();
    let (proof, letter) = proof(demands, entry, secret, &signing, &facets.area, &token)?;
    let by_mail = letter.is_some();
    let signature = NewSignature {
        id: Id(random()),
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

fn bound(entry: &Entry, signing: &Signing) -> Result<Bound, Refusal> {
    let key = entry.campaign.current_key().ok_or(Problem::NotYet)?;
    let shown = crate::secrets::unhex(&signing.demands.0)
        .ok_or_else(|| field("demands", "must be 64 hexadecimal digits"))?;
    let current = shown == entry.demands.to_bytes()
        && signing.consent.0 == u64::from(entry.campaign.consent.version)
        && signing.epoch.0 == u64::from(key.epoch);
    if !current {
        return Err(Problem::Changed.into());
    }
    let partner = signing.partner.as_ref().map(|partner| &partner.0);
    let partner = partner.filter(|partner| !partner.is_empty());
    if partner.is_some_and(|partner| Slug::new(partner).is_none()) {
        return Err(field(
            "partner",
            "must be an id: small letters, numbers, hyphens",
        ));
    }
    Ok(Bound {
        epoch: key.epoch,
        demands: shown,
        consent: entry.campaign.consent.version,
        partner: partner.cloned(),
    })
}

fn facets(entry: &Entry, signing: &Signing) -> Result<Facets, Refusal> {
    let campaign = &entry.campaign;
    if campaign.category(&signing.category.0).is_none() {
        return Err(field("category", "is none of the campaign's categories"));
    }
    let priorities: Vec<&str> = signing.priorities.iter().map(|id| id.0.as_str()).collect();
    if priorities.len() > MOST_PRIORITIES {
        return Err(field("priorities", "are more than three"));
    }
    let demands = campaign.demands.iter().map(|demand| demand.id.as_str());
    let marked: Vec<String> = demands
        .filter(|id| priorities.contains(id))
        .map(str::to_owned)
        .collect();
    if marked.len() != priorities.len() {
        return Err(field(
            "priorities",
            "are not different demands of the campaign",
        ));
    }
    let language = &signing.language.0;
    if !campaign
        .languages
        .iter()
        .any(|tag| tag.as_str() == language)
    {
        return Err(field("language", "is none of the campaign's languages"));
    }
    let areas = &signing.areas;
    let text =
        |value: &Option<swansfeet_api::demands::Text>| value.as_ref().map(|text| text.0.clone());
    let facets = Facets {
        category: signing.category.0.clone(),
        area: areas.area.0.clone(),
        nation: text(&areas.nation),
        region: text(&areas.region),
        council: text(&areas.council),
        constituency: text(&areas.constituency),
        priorities: marked,
        language: language.clone(),
    };
    check_areas(&facets).map(|()| facets)
}

/// Areas that could be: an area that there is, a region and a nation that it lies in, codes in the
/// form of the Office for National Statistics.
fn check_areas(facets: &Facets) -> Result<(), Refusal> {
    let area = Area::by_code(&facets.area);
    if area.is_none() && !is_elsewhere(&facets.area) {
        return Err(field(
            "areas.area",
            "are not the first letters of a UK postcode",
        ));
    }
    let nation = |id: &String| match area {
        Some(area) => area.nations().any(|nation| nation.id() == id),
        None => false,
    };
    if facets.nation.as_ref().is_some_and(|id| !nation(id)) {
        return Err(field("areas.nation", "does not have this postcode area"));
    }
    let region = |id: &String| {
        let region = Region::by_id(id);
        area.is_some_and(|area| area.regions().any(|lies_in| Some(lies_in) == region))
    };
    if facets.region.as_ref().is_some_and(|id| !region(id)) {
        return Err(field("areas.region", "does not have this postcode area"));
    }
    let is_code = |code: &String| {
        code.len() == 9
            && code.starts_with(['E', 'W', 'S', 'N'])
            && code[1..].bytes().all(|byte| byte.is_ascii_digit())
    };
    for (name, code) in [
        ("areas.council", &facets.council),
        ("areas.constituency", &facets.constituency),
    ] {
        if code.as_ref().is_some_and(|code| !is_code(code)) {
            return Err(field(name, "must be a code such as E08000035"));
        }
    }
    Ok(())
}

/// Where postcodes are that lie in none of the areas: the forces, and the overseas territories.
fn is_elsewhere(letters: &str) -> bool {
    matches!(
        letters,
        "BF" | "BFPO"
            | "BX"
            | "GIR"
            | "ASCN"
            | "BBND"
            | "BIQQ"
            | "FIQQ"
            | "GX"
            | "PCRN"
            | "SIQQ"
            | "STHL"
            | "TDCU"
            | "TKCA"
    )
}

fn check_record(record: &[u8], epoch: u32) -> Result<(), ()> {
    let header = Header::read(record).map_err(|_| ())?;
    let padded = record.len().checked_sub(OVERHEAD).ok_or(())?;
    let fits = padded > 0 && padded.is_multiple_of(STEP) && padded <= LONGEST + STEP;
    (fits && header.epoch == epoch).then_some(()).ok_or(())
}

fn copies(entry: &Entry, signing: &Signing) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut copies: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, copy) in signing.copies.iter().enumerate() {
        let id = &copy.partner.0;
        let partners = &entry.campaign.consent.partners;
        let known = partners.iter().any(|partner| partner.id.as_str() == id);
        if !known || copies.iter().any(|(before, _)| before == id) {
            let name = format!("copies[{at}].partner");
            return Err(field(
                &name,
                "is no partner of the campaign, or there twice",
            ));
        }
        let epoch = u32::try_from(signing.epoch.0).unwrap_or(0);
        check_record(&copy.record.0, epoch)
            .map_err(|()| field(&format!("copies[{at}].record"), "is no sealed record"))?;
        copies.push((id.clone(), copy.record.0.clone()));
    }
    Ok(copies)
}

/// How the signer proves that it is them, and the mail for those who do it by mail.
fn proof(
    demands: &Demands,
    entry: &Entry,
    secret: &CampaignSecret,
    signing: &Signing,
    area: &str,
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
            let outbox = Id(random());
            let letter = Letter {
                outbox,
                campaign: entry.campaign.slug.to_string(),
                language: signing.language.0.clone(),
                address: Zeroizing::new(email.to_string()),
                token: token.clone(),
                muted: !demands
                    .gates
                    .pass_address(marks.address, demands.clock.now()),
                place,
            };
            Ok((Proof::Mail { marks, outbox }, Some(letter)))
        }
    }
}

fn field(name: &str, what: &str) -> Refusal {
    Refusal::Field(name.to_owned(), format!("`{name}` {what}."))
}

/// A fault of the JSON in words. What was sent is not repeated: it may be an address.
fn fault(error: &ReadError) -> Refusal {
    let what = match &error.fault {
        ReadFault::NotJson { column } => {
            return Refusal::NotJson(format!("This is not JSON (see character {column})."));
        }
        // Its name is the caller's own, and might be anything.
        ReadFault::UnknownField {
            nearest: Some(name),
        } => {
            let message = format!("There is a field that is not known. Did you mean `{name}`?");
            return Refusal::Field(String::new(), message);
        }
        ReadFault::UnknownField { nearest: None } => {
            let message = "There is a field that is not known. See /api/openapi.json.";
            return Refusal::Field(String::new(), message.to_owned());
        }
        ReadFault::Missing => "is missing",
        ReadFault::GivenTwice => "is there twice",
        ReadFault::NotObject => "must be an object in curly brackets",
        ReadFault::NotList => "must be a list in square brackets",
        ReadFault::NotWhole => "must be a whole number from 0 on",
        ReadFault::NotText => "must be text",
        ReadFault::NotBytes => "must be text in base64url without padding",
        _ => "is not right",
    };
    match error.field.is_empty() {
        true => Refusal::Field(String::new(), format!("The body {what}.")),
        false => field(&error.field, what),
    }
}

#[derive(Serialize)]
struct Asking {
    error: AskingBody,
    puzzle: Puzzle,
}

#[derive(Serialize)]
struct AskingBody {
    code: &'static str,
    message: &'static str,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Refusal::Problem(problem) => problem.into_response(),
            Refusal::NotJson(message) => {
                problem::refuse(StatusCode::BAD_REQUEST, "malformed-json", message, None)
            }
            Refusal::Field(name, message) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let name = Some(name.as_str()).filter(|name| !name.is_empty());
                problem::refuse(status, "bad-field", message, name)
            }
            Refusal::Puzzle(puzzle) => {
                let asking = Asking {
                    error: AskingBody {
                        code: "puzzle",
                        message: "Many are signing. Solve the puzzle and send the form again with `proof`.",
                    },
                    puzzle: *puzzle,
                };
                let response = (StatusCode::PRECONDITION_REQUIRED, Json(asking)).into_response();
                let no_store = HeaderValue::from_static("no-store");
                prepared::with(response, header::CACHE_CONTROL, no_store)
            }
        }
    }
}
