export { openParcel, type OpenParcelOptions } from "./open";
export { passedOver } from "./pass-over";
export { PARCEL_LIMITS, type MailFacts, type ParcelLimits, type ParcelPiece } from "./piece";
