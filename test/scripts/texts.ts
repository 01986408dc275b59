/** One short brief in each of several scripts, with what its language asks of a page. */

export interface ScriptText {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The family that has to draw it. */
  readonly family: string;
  readonly title: string;
  readonly lead: string;
  /** Markdown without marks: several sentences, numbers and a Latin name among them. */
  readonly body: string;
}

export const scriptTexts: readonly ScriptText[] = [
  {
    lang: 'ar',
    dir: 'rtl',
    family: 'Amiri',
    title: 'الدعاية المتطرفة بعد إغلاق القنوات',
    lead: 'انتقل المؤيدون إلى خدمات أصغر حجماً.',
    body: 'أُغلقت 43000 قناة على Telegram في عام 2019، ثم عاد بعضها بأسماء جديدة. ولا يُعرف عدد المستخدمين الذين تبعوها.',
  },
  {
    lang: 'he',
    dir: 'rtl',
    family: 'Noto Serif Hebrew',
    title: 'תעמולה קיצונית לאחר סגירת הערוצים',
    lead: 'התומכים עברו לשירותים קטנים יותר.',
    body: 'בשנת 2019 נסגרו 43000 ערוצים ב־Telegram, וחלקם חזרו בשמות חדשים. לא ידוע כמה משתמשים עברו איתם.',
  },
  {
    lang: 'zh-Hans',
    dir: 'ltr',
    family: 'Noto Serif SC',
    title: '频道关闭之后的极端主义宣传',
    lead: '支持者转向了规模较小的服务。',
    body: '2019年，Telegram关闭了43000个频道，其中一部分以新的名称重新出现。目前尚不清楚有多少用户随之迁移。',
  },
  {
    lang: 'ja',
    dir: 'ltr',
    family: 'Noto Serif JP',
    title: 'チャンネル閉鎖後の過激派プロパガンダ',
    lead: '支持者はより小規模なサービスへ移った。',
    body: '2019年にTelegramで43000のチャンネルが閉鎖され、一部は新しい名前で再開した。移った利用者の数は分かっていない。',
  },
  {
    lang: 'hi',
    dir: 'ltr',
    family: 'Noto Serif Devanagari',
    title: 'चैनल बंद होने के बाद चरमपंथी प्रचार',
    lead: 'समर्थक छोटी सेवाओं की ओर चले गए।',
    body: 'वर्ष 2019 में Telegram पर 43000 चैनल बंद किए गए और कुछ नए नामों से लौट आए। कितने उपयोगकर्ता साथ गए, यह ज्ञात नहीं है।',
  },
  {
    lang: 'bn',
    dir: 'ltr',
    family: 'Noto Serif Bengali',
    title: 'চ্যানেল বন্ধের পর চরমপন্থী প্রচারণা',
    lead: 'সমর্থকেরা ছোট পরিষেবায় সরে গেছে।',
    body: '২০১৯ সালে Telegram-এ বহু চ্যানেল বন্ধ করা হয় এবং কিছু চ্যানেল নতুন নামে ফিরে আসে। কতজন ব্যবহারকারী সরে গেছে তা জানা যায়নি।',
  },
  {
    lang: 'th',
    dir: 'ltr',
    family: 'Noto Serif Thai',
    title: 'โฆษณาชวนเชื่อสุดโต่งหลังการปิดช่อง',
    lead: 'ผู้สนับสนุนย้ายไปใช้บริการที่เล็กกว่า',
    body: 'ในปี 2019 ช่องบน Telegram จำนวน 43000 ช่องถูกปิด และบางส่วนกลับมาในชื่อใหม่ ไม่ทราบว่ามีผู้ใช้ย้ายตามไปกี่คน',
  },
  {
    lang: 'am',
    dir: 'ltr',
    family: 'Noto Sans Ethiopic',
    title: 'ቻናሎች ከተዘጉ በኋላ የጽንፈኞች ፕሮፓጋንዳ',
    lead: 'ደጋፊዎች ወደ አነስተኛ አገልግሎቶች ተሸጋገሩ።',
    body: 'በ2019 በTelegram ላይ 43000 ቻናሎች ተዘግተዋል፤ አንዳንዶቹ በአዲስ ስም ተመልሰዋል። ስንት ተጠቃሚዎች እንደተከተሏቸው አይታወቅም።',
  },
];

/** Lines that change their direction at names, numbers, marks and broken lines. */
export const mixedTexts: readonly ScriptText[] = [
  {
    lang: 'ar',
    dir: 'rtl',
    family: 'Amiri',
    title: 'عنوان مع TLP:AMBER وأرقام 12.5% و1,204',
    lead: 'ذكر تقرير Al-Azaim Media Foundation (2025) أن 43,000 قناة أُغلقت.',
    body: 'كتب C. Winter في The News، 12 ديسمبر 2019، الفقرة 10: «Dealing with digital IS»، ثم قال: «نعم». الصفحات 3–5 والنسبة 55–75%.',
  },
  {
    lang: 'he',
    dir: 'rtl',
    family: 'Noto Serif Hebrew',
    title: 'כותרת עם TLP:AMBER ו־12.5%',
    lead: 'דוח Al-Azaim Media (2025) מנה 43,000 ערוצים.',
    body: 'לפי The News, 12 בדצמבר 2019, פסקה 10: «Dealing with digital IS», עמ׳ 3–5 (55–75%).',
  },
  {
    lang: 'en-GB',
    dir: 'ltr',
    family: 'Amiri',
    title: 'The name مؤسسة العزائم in a title',
    lead: 'The word دعاية stands here.',
    body: 'In a line of English, the name مؤسسة العزائم للإنتاج الإعلامي stands (2019) and so does the number 43,000 after it.',
  },
];
