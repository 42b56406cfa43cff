import { fact } from "./fact";
import type { Jurisdiction } from "./jurisdiction";

const helpPages =
  "https://www.arun.gov.uk/stalking, http://ask.ofcom.org.uk/help/telephone/malicious_nuisance_calls";

export const greatBritain: Jurisdiction = {
  country: "GB",
  name: "United Kingdom",
  language: "en-GB",
  emergency: fact("999", helpPages),
  nonEmergency: fact("101", helpPages),
  declaration: {
    words: fact(
      "This statement is true to the best of my knowledge and belief and I make it knowing that, if it is tendered in evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false or do not believe to be true.",
      "Form for section 9 of the Criminal Justice Act 1967, https://www.hse.gov.uk/enforce/enforcementguide/court/physical-written.htm",
    ),
    note: "These are words used for a statement under section 9 of the Criminal Justice Act 1967 (England and Wales). The rules have been re-issued since they were read: the officer gives the wording in force. Scotland and Northern Ireland have their own.",
  },
  offences: [
    fact(
      {
        name: "Online Safety Act 2023, section 181",
        about:
          "a message that conveys a threat of death or serious harm, with intent or recklessness that it be feared",
      },
      "https://legislation.gov.uk/id/ukpga/2023/50/section/181?view=extent",
    ),
    fact(
      {
        name: "Protection from Harassment Act 1997",
        about: "a course of conduct, that is two or more related incidents",
      },
      "https://www.askthe.police.uk/faq/?id=67551df0-d4ce-ed11-a7c6-00224841c899",
    ),
  ],
  retention: [],
  withheldNumbers: fact(
    "Privacy and Electronic Communications (EC Directive) Regulations 2003, reg. 15: when a subscriber has requested the tracing of malicious or nuisance calls on the line, the provider may override the withholding of a number where it is necessary and expedient, store the data, and make it available to a person with a legitimate interest.",
    "https://en.wikisource.org/wiki/Page:The_Privacy_and_Electronic_Communications_(EC_Directive)_Regulations_2003_(UKSI_2003-2426_qp).pdf/7",
  ),
  questions: [
    "Is section 181 of the Online Safety Act 2023 used for spoken calls?",
    "How long does this provider keep its call records, and its trace records?",
  ],
};
