import { fact } from "./fact";
import type { Jurisdiction } from "./jurisdiction";

export const unitedStates: Jurisdiction = {
  country: "US",
  name: "United States",
  language: "en-US",
  emergency: fact(
    "911",
    "https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts",
  ),
  declaration: {
    words: fact(
      "I declare (or certify, verify, or state) under penalty of perjury that the foregoing is true and correct. Executed on (date). (Signature)",
      "28 U.S.C. 1746, http://uscode.elaws.us/law/28usc1746",
    ),
    note: "These are the words of federal law (28 U.S.C. 1746) for a statement made within the United States. A state may have its own form: ask the officer which one to sign.",
  },
  offences: [
    fact(
      {
        name: "47 U.S.C. 223(a)(1)(C)",
        about:
          "a call without disclosing identity, with intent to abuse, threaten or harass a specific person",
      },
      "https://law.cornell.edu/uscode/text/47/223",
    ),
    fact(
      { name: "47 U.S.C. 223(a)(1)(D)", about: "making a telephone ring repeatedly" },
      "https://law.cornell.edu/uscode/text/47/223",
    ),
    fact(
      { name: "47 U.S.C. 223(a)(1)(E)", about: "repeated calls made solely to harass" },
      "https://law.cornell.edu/uscode/text/47/223",
    ),
    fact(
      {
        name: "47 U.S.C. 227(e) (Truth in Caller ID)",
        about: "a forged caller ID with intent to defraud, cause harm or wrongfully obtain anything of value",
      },
      "76 FR 43196, http://cryptome.org/0005/fcc072011.htm",
    ),
  ],
  retention: [
    fact(
      {
        records:
          "toll call records: name, address and number of the caller, number called, date, time and length",
        kept: "18 months",
        caution: "The rule speaks of toll calls; do not rely on it for flat-rate or VoIP calls.",
      },
      "47 CFR 42.6, https://www.law.cornell.edu/cfr/text/47/42.6",
    ),
  ],
  withheldNumbers: fact(
    "47 CFR 64.1600 and 64.1601: where a call conveys an emergency involving danger of death or serious physical injury, the carrier provides the calling number to law enforcement although the caller blocked it, when law enforcement reports the call on behalf of the threatened party.",
    "82 FR 56909, https://www.federalregister.gov/api/v1/documents/2017-25917?publication_date=2017-12-01",
  ),
  questions: [
    "Which state law on threats, stalking or harassment applies here?",
    "How long does this provider keep records of calls that are not toll calls?",
  ],
};
