//! From a form in which everything is right to the request that the hub gets: the signature sealed
//! to the campaign's key, a copy for each ticked partner sealed to that partner's, and beside them
//! only what the hub must know. The postcode is in none of it.

use swansfeet_demands::consent::ConsentRecord;
use swansfeet_demands::duplicate::NameTag;
use swansfeet_demands::form::Checked;
use swansfeet_demands::seal::{Binding, PublicKey, Reader, seal};
use swansfeet_demands::signature::{Areas, PublicName};
use swansfeet_demands::text::{Language, Moment, Slug};
use swansfeet_demands::{Campaign, DemandsHash, Signature};
use swansfeet_embed::base64;
use swansfeet_embed::json::Writer;
use swansfeet_embed::{Page, Random};

use crate::flow::{Failure, Field, Flow};

/// The language of the campaign that a reader of `lang` sees, by the rule of
/// [`swansfeet_demands::text::Text::in_language`].
#[must_use]
pub fn language_read(campaign: &Campaign, lang: &str) -> Option<Language> {
    let all = &campaign.languages;
    let base = |tag: &str| all.iter().find(|known| known.base() == base(tag));
    let found = all.iter().find(|known| known.as_str() == lang);
    let found = found.or_else(|| base(lang)).or_else(|| base("en"));
    found.or(all.first()).cloned()
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The request, as JSON.
///
/// # Errors
/// The browser has no random bytes, or something in the form cannot be sealed.
#[inline(never)]
pub fn request(
    flow: &Flow,
    checked: Checked,
    page: &dyn Page,
    lang: &str,
) -> Result<String, Failure> {
    let loaded = flow.campaign().ok_or(Failure::NoCampaign)?;
    let campaign = &loaded.campaign;
    let key = campaign.current_key().ok_or(Failure::NotTaken)?;
    let language = language_read(campaign, lang).ok_or(Failure::NotTaken)?;
    let mut sealer = Sealer {
        random: Random::of(page).ok_or(Failure::NoRandom)?,
        binding: Binding {
            campaign: campaign.slug.as_str(),
            demands: DemandsHash::of(campaign),
            consent: campaign.consent.version,
            epoch: key.epoch,
            partner: flow.terms.partner.as_deref(),
            reader: Reader::Organisers,
        },
    };
    let at = Moment((page.now() / 1000.0) as i64);
    let tag = checked.person.email.as_ref().map(|email| {
        let name = &checked.person.name;
        usize::from(NameTag::of(campaign.slug.as_str(), email, name).bits())
    });
    let signature = signature(flow, checked, campaign, language.clone(), at);
    let record = sealer.seal(&key.key, Reader::Organisers, signature.to_bytes().ok())?;
    let mut copies = Writer::list();
    for partner in &campaign.consent.partners {
        if let Some(copy) = signature.copy_for(partner) {
            let reader = Reader::Partner(partner.id.as_str());
            let sealed = sealer.seal(&partner.key, reader, copy.to_bytes().ok())?;
            let copy = Writer::object()
                .text("partner", partner.id.as_str())
                .text("record", &sealed)
                .finish();
            copies = copies.member(&copy);
        }
    }
    let request = Writer::object()
        .text("record", &record)
        .raw("copies", &copies.finish())
        .raw("areas", &areas(&signature.areas))
        .text("category", signature.category.as_str())
        .raw("priorities", &ids(&signature.priorities))
        .text("demands", &sealer.binding.demands.hex())
        .number("consent", campaign.consent.version as usize)
        .number("epoch", key.epoch as usize)
        .maybe("partner", flow.terms.partner.as_deref())
        .text("language", language.as_str())
        .number("seconds", flow.seconds(page.now()));
    who(flow, signature.email.as_deref().zip(tag), request)
}

/// The address with the name's tag, or the code.
fn who(flow: &Flow, email: Option<(&str, usize)>, to: Writer) -> Result<String, Failure> {
    let written = match email {
        Some((email, tag)) => to.text("email", email).number("name_tag", tag),
        None => {
            let code = flow.code().map_err(|_| Failure::NotTaken)?;
            to.text("code", &code.text())
        }
    };
    Ok(written.finish())
}

/// The same request with the answer to the hub's puzzle.
#[must_use]
pub fn with_proof(request: &str, proof: &str) -> String {
    let open = request.strip_suffix('}').unwrap_or(request);
    [open, ",\"proof\":", proof, "}"].concat()
}

fn signature(
    flow: &Flow,
    checked: Checked,
    campaign: &Campaign,
    language: Language,
    at: Moment,
) -> Signature {
    let Checked {
        person,
        category,
        union,
        workplace,
        comment,
        priorities,
    } = checked;
    let ticked = |field: Field| -> Vec<&str> { flow.ticked(field).collect() };
    let (purposes, partners) = (ticked(Field::Purposes), ticked(Field::Partners));
    Signature {
        name: person.name.as_str().to_owned(),
        email: person.email.map(|email| email.address()),
        areas: Areas::rough(person.postcode.postcode),
        category,
        union,
        workplace,
        comment,
        priorities,
        public: match flow.typed(Field::Public) {
            "first" => PublicName::FirstAndRole,
            "full" => PublicName::Full,
            _ => PublicName::Hidden,
        },
        consent: ConsentRecord::new(campaign, language, at, &purposes, &partners),
    }
}

fn areas(areas: &Areas) -> String {
    Writer::object()
        .text("area", &areas.area)
        .maybe("nation", areas.nation.as_deref())
        .maybe("region", areas.region.as_deref())
        .maybe("council", areas.council.as_deref())
        .maybe("constituency", areas.constituency.as_deref())
        .finish()
}

fn ids(ids: &[Slug]) -> String {
    let list = Writer::list();
    ids.iter()
        .fold(list, |list, id| list.member_text(id.as_str()))
        .finish()
}

struct Sealer<'a> {
    random: Random<'a>,
    binding: Binding<'a>,
}

impl<'a> Sealer<'a> {
    fn seal(
        &mut self,
        key: &PublicKey,
        reader: Reader<'a>,
        bytes: Option<Vec<u8>>,
    ) -> Result<String, Failure> {
        let bytes = bytes.ok_or(Failure::TooLarge)?;
        self.binding.reader = reader;
        // A weak key is the campaign's fault, and nobody can mend it here.
        let sealed = seal(key, &self.binding, &bytes, &mut self.random);
        let sealed = sealed.map_err(|_| Failure::NotTaken)?;
        Ok(base64::write(base64::URL, &sealed))
    }
}
