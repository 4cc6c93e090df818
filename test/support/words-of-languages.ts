/** Some words of each language, as an embassy blog would use them. `between` parts them. */
export const WORDS_OF = {
  Chinese: {
    between: '',
    words:
      '我们 大使馆 今天 签证 学生 奖学金 问题 河内 文化 合作 交流 农民 三角洲 气候 变化 音乐 图书馆 京都 东京都 港口'.split(
        ' ',
      ),
  },
  Japanese: {
    between: '',
    words:
      '大使館 は 今日 ビザ の 質問 に 答えます 学生 奨学金 東京都 京都 で 音楽 図書館 を 開く コーヒー 港 三角州 気候変動'.split(
        ' ',
      ),
  },
  Korean: {
    between: ' ',
    words:
      '대사관은 오늘 비자에 대한 질문을 받았습니다 학생들이 장학금을 도서관에서 음악과 문화를 교류하고 항구로 기후변화'.split(
        ' ',
      ),
  },
  Thai: {
    between: '',
    words: 'สถานทูต วันนี้ ตอบคำถาม เรื่อง วีซ่า นักเรียน ทุนการศึกษา ห้องสมุด ดนตรี วัฒนธรรม ท่าเรือ น้ำท่วม ชาวนา ปี ภูมิอากาศ'.split(' '),
  },
  Arabic: {
    between: ' ',
    words:
      'السفارة اليوم تجيب عن أسئلة الطلاب والمنحة الدراسية في المكتبة بالموسيقى والثقافة للميناء المزارعون وتغير المناخ'.split(
        ' ',
      ),
  },
  Farsi: {
    between: ' ',
    words:
      'سفارت امروز به پرسش‌های دانشجویان درباره روادید پاسخ می‌دهد کتابخانه موسیقی فرهنگ بندر کشاورزان آب‌وهوا'.split(
        ' ',
      ),
  },
} satisfies Record<string, { between: string; words: string[] }>

/** As the scan compares: the Arabic forms that the search takes for one are one for it too. */
export const soundsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u200c', '')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
