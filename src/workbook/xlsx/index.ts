export { writeXlsx } from "./write";
