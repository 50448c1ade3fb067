/** What mail programs in China write above the link to a file that they keep for some days. */
const SAID = /超大附件|云附件|大附件下载|文件中转站|中转站附件|网盘/;
const LINK = /https?:\/\//i;
/** Where such files lie: QQ and Foxmail, Tencent's enterprise mail, NetEase, China Mobile, Sina, Aliyun, and the clouds of others. */
const PLACE =
  /https?:\/\/(?:[\w-]+\.)*(?:mail\.qq\.com\/(?:cgi-bin\/ftn|ftn)|exmail\.qq\.com\/cgi-bin\/ftn|mail\.(?:163|126)\.com\/(?:large-attachment|filehub)|mail\.10086\.cn\/|pan\.baidu\.com\/s\/|share\.weiyun\.com\/|1drv\.ms\/|drive\.google\.com\/)/i;

/** Whether the text of a mail leads to a file in a cloud: by a known address, or by the words for it beside a link. */
export function leadsToCloud(text: string): boolean {
  return LINK.test(text) && (PLACE.test(text) || SAID.test(text));
}
