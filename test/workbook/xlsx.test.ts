import { openXlsx } from "../../src/workbook/xlsx";
import { writeXlsx } from "../../src/workbook/xlsx";
import { contract } from "./contract";

contract("a file", async (plan) => openXlsx(writeXlsx(plan)));
