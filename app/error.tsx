"use client";

import { failureTexts } from "@/app/_request/failure-texts";
import { Failure } from "@/components/ui/failure";

export default function PageError() {
  return <Failure texts={failureTexts} />;
}
