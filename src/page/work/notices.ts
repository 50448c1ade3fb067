import { fill, type Locale } from "../../locales";
import { ofChangedForm, sayFormNotice, type FormNotice } from "../../ui/form/notices";
import type { SaidNotice } from "../../ui/NoticeBar";

/** What is told of a form on the page. `elsewhere`: another tab changed the file, which is shown as it is now. */
export type PageNotice = FormNotice | { readonly kind: "elsewhere" } | { readonly kind: "downloaded"; readonly name: string };

/** Writes a notice in the reader's language. */
export function sayPageNotice(notice: PageNotice, locale: Locale): SaidNotice {
  const { elsewhere, elsewhereNext } = locale.page.work;
  switch (notice.kind) {
    case "elsewhere":
      return { intent: "warning", title: elsewhere, cure: elsewhereNext };
    case "downloaded":
      return { intent: "success", title: fill(locale.page.take.made, { name: notice.name }), cure: "" };
    case "fixed":
    case "explained":
    case "not-sealed":
    case "summary-beside":
    case "sent":
      return sayFormNotice(notice, locale);
  }
}

/** What still is to be told once the form says something else. */
export function ofChangedFile(notice: PageNotice | undefined): PageNotice | undefined {
  if (notice?.kind === "elsewhere") return notice;
  return notice?.kind === "downloaded" ? undefined : ofChangedForm(notice);
}
