import { fact } from "./fact";
import type { Jurisdiction } from "./jurisdiction";

export const canada: Jurisdiction = {
  country: "CA",
  name: "Canada",
  language: "en-CA",
  emergency: fact("911", "https://endvaw.ca/covid-19-public/"),
  declaration: {
    note: "An officer or a commissioner for oaths supplies the words of the declaration. Do not sign before one of them.",
  },
  offences: [
    fact(
      {
        name: "Criminal Code, section 372(3)",
        about:
          "harassing communications: repeatedly, with intent to harass, by any means of telecommunication",
      },
      "https://criminalcodecriminel.ca/part-ix/tag/372",
    ),
    fact(
      {
        name: "Criminal Code, section 264",
        about: "criminal harassment, that is conduct that makes a person fear for their safety",
      },
      "https://www.reginapolice.ca/resources/criminal-harassment/",
    ),
  ],
  retention: [
    fact(
      {
        records: "results of a call trace (*57) at Rogers",
        kept: "3 months",
        caution: "One provider's own page; another may keep them for another time.",
      },
      "https://rogers.com/customer/support/article/use-the-call-trace-feature",
    ),
  ],
  questions: ["How long does this provider keep its call records, and its trace records?"],
};
