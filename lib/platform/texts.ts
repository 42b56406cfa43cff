import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import en from "@/messages/en.json";

const catalogues = { en };

export type Locale = keyof typeof catalogues;
export type Namespace = NamespaceKeys<typeof en, NestedKeyOf<typeof en>>;

/** The language of every page; the one place to change when a person may choose. */
export const defaultLocale: Locale = "en";

export const directions: Record<Locale, "ltr" | "rtl"> = { en: "ltr" };

/** The words of one noun: `texts("incident")("whatHappened")`. An unknown key is a type error. */
export function texts<const Space extends Namespace>(
  namespace: Space,
  locale: Locale = defaultLocale,
): Texts<Space> {
  const name = `${locale} ${namespace}`;
  const made = translators.get(name) ?? translatorOf(namespace, locale);
  translators.set(name, made);
  return made as Texts<Space>;
}

// A page with thousands of rows asks for the same words thousands of times, and making a translator is slow.
const translators = new Map<string, unknown>();

function translatorOf<const Space extends Namespace>(namespace: Space, locale: Locale) {
  return createTranslator({ locale, namespace, messages: catalogues[locale], onError: refuse });
}

export type Texts<Space extends Namespace> = ReturnType<typeof translatorOf<Space>>;

function refuse(error: Error): never {
  throw error;
}
