//! One-time codes for those who sign without an email address.

use swansfeet_demands::code::Code;
use swansfeet_demands::duplicate::CampaignSecret;
use swansfeet_demands::seal::rand_core::CryptoRng;

use super::{Desk, Error};

/// The most codes that are made at once: a stack of a hundred and sixty pages.
pub const MOST_CODES: u32 = 2_000;

impl Desk<'_> {
    /// Makes codes and keeps their marks. The codes themselves are only in what this gives back.
    ///
    /// # Errors
    /// None, or too many; there is no such campaign.
    pub async fn new_codes(
        &self,
        secret: &CampaignSecret,
        count: u32,
        random: &mut impl CryptoRng,
    ) -> Result<Vec<Code>, Error> {
        if count == 0 || count > MOST_CODES {
            return Err(Error::HowMany(MOST_CODES));
        }
        self.row().await?;
        let mut codes = Vec::new();
        for _ in 0..count {
            let mut bytes = [0; Code::BYTES];
            random.fill_bytes(&mut bytes);
            codes.push(Code::from_bytes(bytes));
        }
        let marks: Vec<_> = codes.iter().map(|code| secret.code_mark(code)).collect();
        self.store.add_codes(self.slug(), &marks).await?;
        self.log("codes", format!("{count} made")).await?;
        Ok(codes)
    }
}
