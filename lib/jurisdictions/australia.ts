import { fact } from "./fact";
import type { Jurisdiction } from "./jurisdiction";

export const australia: Jurisdiction = {
  country: "AU",
  name: "Australia",
  language: "en-AU",
  emergency: fact(
    "000",
    "https://www.acma.gov.au/Citizen/Phones/Landlines/Spam-and-telemarketing/life-threatening-calls-your-privacy-world-i-acma",
  ),
  declaration: {
    note: "An officer, or a person before whom statutory declarations are made, supplies the words of the declaration. Do not sign before one of them asks you to.",
  },
  offences: [
    fact(
      {
        name: "Criminal Code (Cth), section 474.15",
        about: "using a carriage service to make a threat to kill or to cause serious harm",
      },
      "https://www.geoffharrison.com.au/post/use-carriage-service-to-menace-or-harass",
    ),
    fact(
      {
        name: "Criminal Code (Cth), section 474.17",
        about: "using a carriage service to menace, harass or cause offence",
      },
      "https://bradylegal.com.au/usecarriageservice",
    ),
  ],
  retention: [],
  questions: ["How long does this provider keep its call records, and its trace records?"],
};
