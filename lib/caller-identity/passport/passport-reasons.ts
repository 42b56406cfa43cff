/**
 * Why a step of checking a PASSporT came out as it did: the codes of the words, with the names of the values that fill
 * them. A code belongs to one step, but for those under "several steps".
 */
export const passportReasons = [
  // parse
  /** Passed. The token stands in the header whole (RFC 8225 section 4). */
  "TOKEN_READ",
  /** Passed. Only the signature was sent; the rest was built anew from the message (RFC 8225 section 7). */
  "TOKEN_REBUILT",
  /** Failed. Not three parts of base64url with two JSON objects in them. */
  "TOKEN_UNREADABLE",
  /** Failed. A short form, and From, To, Date or the certificate's address are missing or unreadable in the message. */
  "TOKEN_NOT_REBUILDABLE",
  /** Failed. The older Identity header of RFC 4474, which RFC 8224 replaced; it says nothing that can be checked here. */
  "OBSOLETE_IDENTITY",

  // algorithm
  /** Passed. */
  "ALGORITHM_ES256",
  /** Failed. {found}: what the token names instead of ES256 (RFC 8225 section 4.2). */
  "ALGORITHM_OTHER",
  /** Failed. {token} and {header}: the token and the `alg` parameter of the SIP header name different ones. */
  "ALGORITHM_DIFFERS_FROM_HEADER",

  // type
  /** Passed. */
  "TYPE_PASSPORT",
  /** Failed. {found}: the token's `typ` is not "passport"; empty when it has none. */
  "TYPE_OTHER",

  // extension
  /** Passed. A plain PASSporT (RFC 8225). */
  "EXTENSION_NONE",
  /** Passed. {attestation}: A, B or C (RFC 8588). */
  "EXTENSION_SHAKEN",
  /** Passed. {from}: the call was diverted from there (RFC 8946). */
  "EXTENSION_DIV",
  /** Passed. {name}: name that the signer vouches for, may be empty (RFC 9795). */
  "EXTENSION_RCD",
  /** Note. {extension}: rph, msg, msec or rsp; it says nothing of who called. */
  "EXTENSION_NOTED",
  /** Not checked. {extension}: not known here (RFC 8225 section 8.1 wants it understood). */
  "EXTENSION_UNKNOWN",
  /** Failed. {token} and {header}: the token and the `ppt` parameter of the SIP header name different ones. */
  "EXTENSION_DIFFERS_FROM_HEADER",
  /** Failed. {found}: `attest` is none of A, B, C; empty when it is missing (RFC 8588 section 4). */
  "ATTESTATION_MISSING",
  /** Failed. {extension}: its claims cannot be built from the message, so it must be sent whole. */
  "SHORT_FORM_NOT_ALLOWED",

  // certificate-address
  /** Note. {address}: where the signer says that its certificate is. It is never fetched. */
  "CERTIFICATE_ADDRESS",
  /** Note. Neither token nor header tells where the certificate is. */
  "CERTIFICATE_ADDRESS_MISSING",
  /** Note. {address}: not an https address. */
  "CERTIFICATE_ADDRESS_NOT_HTTPS",
  /** Failed. {token} and {header}: the token's `x5u` and the header's `info` differ (RFC 8224 section 4). */
  "CERTIFICATE_ADDRESS_DIFFERS",

  // issued-at
  /** Passed. {issuedAt}: ISO 8601, UTC. */
  "ISSUED_AT_NUMBER",
  /** Failed. {found}: a text where RFC 8225 section 5.1.1 wants a number (erratum 6656). */
  "ISSUED_AT_TEXT",
  /** Failed. */
  "ISSUED_AT_MISSING",
  /** Failed. {found}: no instant that a clock can show. */
  "ISSUED_AT_IMPOSSIBLE",

  // freshness
  /** Passed. {seconds}: from signing to the call as the capture saw it; negative when it was signed after it. */
  "FRESH",
  /** Failed. {seconds}: more than 60 before the call. A copied signature looks so, and so does a wrong clock. */
  "ISSUED_LONG_BEFORE",
  /** Failed. {seconds}: more than 60 after the call as the capture saw it. */
  "ISSUED_AFTER_CALL",
  /** Not checked. */
  "NO_ISSUED_AT",

  // certificate
  /** Passed. {subject}, {sha256}: an uploaded certificate whose key made this signature. */
  "CERTIFICATE_FITS",
  /** Note. {subject}, {sha256}: the only one uploaded that could have signed; whether it did, `signature` tells. */
  "ONLY_CERTIFICATE",
  /** Not checked. {tried}: how many uploaded certificates were tried; none made this signature. */
  "NO_CERTIFICATE_FITS",
  /** Not checked. None of the uploaded certificates has a P-256 key, which ES256 wants. */
  "NO_SIGNING_CERTIFICATE",

  // signature
  /** Passed. */
  "SIGNATURE_VERIFIED",
  /** Failed. {tried}: certificates tried. Either something was changed, or the signer's certificate is not among them. */
  "SIGNATURE_DOES_NOT_FIT",
  /** Failed. It is not the 64 bytes that ES256 gives (RFC 7518 section 3.4). */
  "SIGNATURE_MALFORMED",
  /** Not checked. The token names another algorithm than ES256. */
  "ALGORITHM_NOT_CHECKED",

  // chain
  /** Passed. {root}, {sha256}: subject and hash of the uploaded self-signed certificate; {links}: certificates up to it. */
  "CHAIN_TO_UPLOADED_ROOT",
  /** Not checked. {issuer}: issuer whose certificate was not uploaded. */
  "NO_ISSUER",
  /** Failed. {subject}, {issuer}: a certificate of that issuer is uploaded, and its key did not sign {subject}. */
  "CHAIN_SIGNATURE_WRONG",
  /** Failed. {subject}: signed another certificate without the right to (RFC 5280 section 4.2.1.9). */
  "NOT_AN_AUTHORITY",
  /** Failed. {subject}: signed by nobody but itself, so nobody vouches for it. */
  "SIGNED_BY_ITSELF",

  // certificate-dates
  /** Passed. {from}, {until}: ISO 8601; of the signer's certificate. The whole chain was good at the time of the call. */
  "VALID_AT_CALL",
  /** Failed. {subject}, {until}, {call}. */
  "EXPIRED_AT_CALL",
  /** Failed. {subject}, {from}, {call}. */
  "NOT_YET_VALID_AT_CALL",

  // number-authority (RFC 8226 section 9)
  /** Passed. {number}: the certificate lists it or a range that holds it. */
  "NUMBER_COVERED",
  /** Passed. {provider}: service provider code; the certificate names the carrier and not its numbers. */
  "PROVIDER_NAMED",
  /** Failed. {number}: outside all numbers that the certificate lists. */
  "NUMBER_NOT_COVERED",
  /** Failed. The certificate has no list of numbers or carriers. */
  "NO_NUMBER_LIST",
  /** Failed. It has one that cannot be read. */
  "NUMBER_LIST_UNREADABLE",
  /** Not checked. {origin}: a SIP address; such lists speak of telephone numbers only. */
  "ORIGIN_NOT_A_NUMBER",

  // origin
  /** Passed. {origin}, {shown}: the signed caller is the one in P-Asserted-Identity or, without it, in From. */
  "ORIGIN_MATCHES",
  /** Failed. {origin}, {from}. */
  "ORIGIN_DIFFERS_FROM_FROM",
  /** Failed. {origin}, {asserted}. */
  "ORIGIN_DIFFERS_FROM_ASSERTED",
  /** Failed. The token names no caller. */
  "ORIGIN_MISSING",
  /** Not checked. {origin}, {shown}: written so that they can neither be told equal nor different (an extension, a name). */
  "ORIGIN_NOT_COMPARABLE",

  // destination
  /** Passed. {destination}, {to}. */
  "DESTINATION_MATCHES",
  /** Passed. {destination}, {to}: not equal, and another signed token of this call tells of the diversion between them. */
  "DESTINATION_DIVERTED",
  /** Note. {destination}, {to}: not equal; a Diversion or History-Info, which nobody signed, names {destination}. */
  "DESTINATION_FORWARDED",
  /** Failed. {destination}, {to}. A copied signature looks so, and so does a call forwarded without a word. */
  "DESTINATION_DIFFERS",
  /** Failed. The token names nobody called. */
  "DESTINATION_MISSING",
  /** Not checked. {destination}, {to}. */
  "DESTINATION_NOT_COMPARABLE",

  // diversion (RFC 8946)
  /** Note. The token tells of no diversion. */
  "NOT_DIVERTED",
  /** Passed. {from}, {to}: another token of this call was signed for {from}, for the same caller, and not later. */
  "DIVERSION_LINKED",
  /** Failed. {from}: no token of this call was signed for it. */
  "DIVERSION_NOT_LINKED",
  /** Failed. {origin}, {earlier}: the token before was signed for another caller. */
  "DIVERSION_ORIGIN_DIFFERS",
  /** Failed. {seconds}: signed that long before the token that it continues. */
  "DIVERSION_OUT_OF_ORDER",
  /** Failed. A div token without a `div` claim. */
  "DIVERSION_MISSING",

  // origin-id
  /** Passed. {originId}: handle by which the signing carrier can trace the call (RFC 8588 section 5). */
  "ORIGIN_ID_UUID",
  /** Failed. {found}: not a UUID (RFC 9562). */
  "ORIGIN_ID_NOT_UUID",
  /** Failed. A shaken token without it. */
  "ORIGIN_ID_MISSING",
  /** Note. Tokens of this kind have none. */
  "ORIGIN_ID_NOT_USED",

  // several steps
  /** Not checked (all steps after parse). The token could not be read. */
  "NO_TOKEN",
  /** Not checked (certificate, signature, chain, certificate-dates, number-authority). No certificate was uploaded. */
  "NO_CERTIFICATE",
  /** Not checked (chain, certificate-dates, number-authority). It is not known which certificate signed. */
  "SIGNER_UNKNOWN",
  /** Not checked (freshness, certificate-dates). The trace does not tell when the call was made. */
  "NO_CAPTURE_TIME",
] as const;
export type PassportReason = (typeof passportReasons)[number];
