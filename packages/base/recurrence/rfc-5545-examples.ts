/** An example of RFC 5545 section 3.8.5.3: rules in New York that all give what is printed; `...` means that it goes on. */
export interface RfcExample {
  title: string
  start: string
  excluded?: string[]
  rules: string[]
  printed: string[]
}

export const rfcZone = 'America/New_York'

/**
 * All examples of the section, with one erratum: three hours from nine end at 17:00 in New York, which is 21:00 in UTC and
 * not the 17:00 that is printed.
 */
export const rfcExamples: readonly RfcExample[] = [
  {
    title: 'Daily for 10 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=DAILY;COUNT=10'],
    printed: ['(1997 9:00 AM EDT) September 2-11'],
  },
  {
    title: 'Daily until December 24, 1997',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=DAILY;UNTIL=19971224T000000Z'],
    printed: [
      '(1997 9:00 AM EDT) September 2-30;October 1-25',
      '(1997 9:00 AM EST) October 26-31;November 1-30;December 1-23',
    ],
  },
  {
    title: 'Every other day - forever',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=DAILY;INTERVAL=2'],
    printed: [
      '(1997 9:00 AM EDT) September 2,4,6,8...24,26,28,30; October 2,4,6...20,22,24',
      '(1997 9:00 AM EST) October 26,28,30; November 1,3,5,7...25,27,29; December 1,3,...',
    ],
  },
  {
    title: 'Every 10 days, 5 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=DAILY;INTERVAL=10;COUNT=5'],
    printed: ['(1997 9:00 AM EDT) September 2,12,22; October 2,12'],
  },
  {
    title: 'Every day in January, for 3 years',
    start: '1998-01-01T09:00:00',
    rules: [
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    ],
    printed: ['(1998 9:00 AM EST)January 1-31', '(1999 9:00 AM EST)January 1-31', '(2000 9:00 AM EST)January 1-31'],
  },
  {
    title: 'Weekly for 10 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=WEEKLY;COUNT=10'],
    printed: ['(1997 9:00 AM EDT) September 2,9,16,23,30;October 7,14,21', '(1997 9:00 AM EST) October 28;November 4'],
  },
  {
    title: 'Weekly until December 24, 1997',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=WEEKLY;UNTIL=19971224T000000Z'],
    printed: [
      '(1997 9:00 AM EDT) September 2,9,16,23,30; October 7,14,21',
      '(1997 9:00 AM EST) October 28; November 4,11,18,25; December 2,9,16,23',
    ],
  },
  {
    title: 'Every other week - forever',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    printed: [
      '(1997 9:00 AM EDT) September 2,16,30; October 14',
      '(1997 9:00 AM EST) October 28; November 11,25; December 9,23',
      '(1998 9:00 AM EST) January 6,20; February 3, 17 ...',
    ],
  },
  {
    title: 'Weekly on Tuesday and Thursday for five weeks',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH', 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH'],
    printed: ['(1997 9:00 AM EDT) September 2,4,9,11,16,18,23,25,30; October 2'],
  },
  {
    title:
      'Every other week on Monday, Wednesday, and Friday until December 24, 1997, starting on Monday, September 1, 1997',
    start: '1997-09-01T09:00:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR'],
    printed: [
      '(1997 9:00 AM EDT) September 1,3,5,15,17,19,29; October 1,3,13,15,17',
      '(1997 9:00 AM EST) October 27,29,31; November 10,12,14,24,26,28; December 8,10,12,22',
    ],
  },
  {
    title: 'Every other week on Tuesday and Thursday, for 8 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH'],
    printed: ['(1997 9:00 AM EDT) September 2,4,16,18,30; October 2,14,16'],
  },
  {
    title: 'Monthly on the first Friday for 10 occurrences',
    start: '1997-09-05T09:00:00',
    rules: ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR'],
    printed: [
      '(1997 9:00 AM EDT) September 5;October 3',
      '(1997 9:00 AM EST) November 7;December 5',
      '(1998 9:00 AM EST) January 2;February 6;March 6;April 3',
      '(1998 9:00 AM EDT) May 1;June 5',
    ],
  },
  {
    title: 'Monthly on the first Friday until December 24, 1997',
    start: '1997-09-05T09:00:00',
    rules: ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR'],
    printed: ['(1997 9:00 AM EDT) September 5; October 3', '(1997 9:00 AM EST) November 7; December 5'],
  },
  {
    title: 'Every other month on the first and last Sunday of the month for 10 occurrences',
    start: '1997-09-07T09:00:00',
    rules: ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU'],
    printed: [
      '(1997 9:00 AM EDT) September 7,28',
      '(1997 9:00 AM EST) November 2,30',
      '(1998 9:00 AM EST) January 4,25;March 1,29',
      '(1998 9:00 AM EDT) May 3,31',
    ],
  },
  {
    title: 'Monthly on the second-to-last Monday of the month for 6 months',
    start: '1997-09-22T09:00:00',
    rules: ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO'],
    printed: [
      '(1997 9:00 AM EDT) September 22;October 20',
      '(1997 9:00 AM EST) November 17;December 22',
      '(1998 9:00 AM EST) January 19;February 16',
    ],
  },
  {
    title: 'Monthly on the third-to-the-last day of the month, forever',
    start: '1997-09-28T09:00:00',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=-3'],
    printed: [
      '(1997 9:00 AM EDT) September 28',
      '(1997 9:00 AM EST) October 29;November 28;December 29',
      '(1998 9:00 AM EST) January 29;February 26 ...',
    ],
  },
  {
    title: 'Monthly on the 2nd and 15th of the month for 10 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15'],
    printed: [
      '(1997 9:00 AM EDT) September 2,15;October 2,15',
      '(1997 9:00 AM EST) November 2,15;December 2,15',
      '(1998 9:00 AM EST) January 2,15',
    ],
  },
  {
    title: 'Monthly on the first and last day of the month for 10 occurrences',
    start: '1997-09-30T09:00:00',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1'],
    printed: [
      '(1997 9:00 AM EDT) September 30;October 1',
      '(1997 9:00 AM EST) October 31;November 1,30;December 1,31',
      '(1998 9:00 AM EST) January 1,31;February 1',
    ],
  },
  {
    title: 'Every 18 months on the 10th thru 15th of the month for 10 occurrences',
    start: '1997-09-10T09:00:00',
    rules: ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15'],
    printed: ['(1997 9:00 AM EDT) September 10,11,12,13,14,15', '(1999 9:00 AM EST) March 10,11,12,13'],
  },
  {
    title: 'Every Tuesday, every other month',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'],
    printed: [
      '(1997 9:00 AM EDT) September 2,9,16,23,30',
      '(1997 9:00 AM EST) November 4,11,18,25',
      '(1998 9:00 AM EST) January 6,13,20,27;March 3,10,17,24,31 ...',
    ],
  },
  {
    title: 'Yearly in June and July for 10 occurrences',
    start: '1997-06-10T09:00:00',
    rules: ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7'],
    printed: [
      '(1997 9:00 AM EDT) June 10;July 10',
      '(1998 9:00 AM EDT) June 10;July 10',
      '(1999 9:00 AM EDT) June 10;July 10',
      '(2000 9:00 AM EDT) June 10;July 10',
      '(2001 9:00 AM EDT) June 10;July 10',
    ],
  },
  {
    title: 'Every other year on January, February, and March for 10 occurrences',
    start: '1997-03-10T09:00:00',
    rules: ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3'],
    printed: [
      '(1997 9:00 AM EST) March 10',
      '(1999 9:00 AM EST) January 10;February 10;March 10',
      '(2001 9:00 AM EST) January 10;February 10;March 10',
      '(2003 9:00 AM EST) January 10;February 10;March 10',
    ],
  },
  {
    title: 'Every third year on the 1st, 100th, and 200th day for 10 occurrences',
    start: '1997-01-01T09:00:00',
    rules: ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200'],
    printed: [
      '(1997 9:00 AM EST) January 1',
      '(1997 9:00 AM EDT) April 10;July 19',
      '(2000 9:00 AM EST) January 1',
      '(2000 9:00 AM EDT) April 9;July 18',
      '(2003 9:00 AM EST) January 1',
      '(2003 9:00 AM EDT) April 10;July 19',
      '(2006 9:00 AM EST) January 1',
    ],
  },
  {
    title: 'Every 20th Monday of the year, forever',
    start: '1997-05-19T09:00:00',
    rules: ['FREQ=YEARLY;BYDAY=20MO'],
    printed: ['(1997 9:00 AM EDT) May 19', '(1998 9:00 AM EDT) May 18', '(1999 9:00 AM EDT) May 17 ...'],
  },
  {
    title: 'Monday of week number 20 (where the default start of the week is Monday), forever',
    start: '1997-05-12T09:00:00',
    rules: ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    printed: ['(1997 9:00 AM EDT) May 12', '(1998 9:00 AM EDT) May 11', '(1999 9:00 AM EDT) May 17 ...'],
  },
  {
    title: 'Every Thursday in March, forever',
    start: '1997-03-13T09:00:00',
    rules: ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH'],
    printed: [
      '(1997 9:00 AM EST) March 13,20,27',
      '(1998 9:00 AM EST) March 5,12,19,26',
      '(1999 9:00 AM EST) March 4,11,18,25 ...',
    ],
  },
  {
    title: 'Every Thursday, but only during June, July, and August, forever',
    start: '1997-06-05T09:00:00',
    rules: ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8'],
    printed: [
      '(1997 9:00 AM EDT) June 5,12,19,26;July 3,10,17,24,31; August 7,14,21,28',
      '(1998 9:00 AM EDT) June 4,11,18,25;July 2,9,16,23,30; August 6,13,20,27',
      '(1999 9:00 AM EDT) June 3,10,17,24;July 1,8,15,22,29; August 5,12,19,26 ...',
    ],
  },
  {
    title: 'Every Friday the 13th, forever',
    start: '1997-09-02T09:00:00',
    excluded: ['1997-09-02T09:00:00'],
    rules: ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
    printed: [
      '(1998 9:00 AM EST) February 13;March 13;November 13',
      '(1999 9:00 AM EDT) August 13',
      '(2000 9:00 AM EDT) October 13 ...',
    ],
  },
  {
    title: 'The first Saturday that follows the first Sunday of the month, forever',
    start: '1997-09-13T09:00:00',
    rules: ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13'],
    printed: [
      '(1997 9:00 AM EDT) September 13;October 11',
      '(1997 9:00 AM EST) November 8;December 13',
      '(1998 9:00 AM EST) January 10;February 7;March 7',
      '(1998 9:00 AM EDT) April 11;May 9;June 13... ...',
    ],
  },
  {
    title: 'Every 4 years, the first Tuesday after a Monday in November, forever (US Presidential Election day)',
    start: '1996-11-05T09:00:00',
    rules: ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'],
    printed: ['(1996 9:00 AM EST) November 5', '(2000 9:00 AM EST) November 7', '(2004 9:00 AM EST) November 2 ...'],
  },
  {
    title: 'The third instance into the month of one of Tuesday, Wednesday, or Thursday, for the next 3 months',
    start: '1997-09-04T09:00:00',
    rules: ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3'],
    printed: ['(1997 9:00 AM EDT) September 4;October 7', '(1997 9:00 AM EST) November 6'],
  },
  {
    title: 'The second-to-last weekday of the month',
    start: '1997-09-29T09:00:00',
    rules: ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'],
    printed: [
      '(1997 9:00 AM EDT) September 29',
      '(1997 9:00 AM EST) October 30;November 27;December 30',
      '(1998 9:00 AM EST) January 29;February 26;March 30 ...',
    ],
  },
  {
    title: 'Every 3 hours from 9:00 AM to 5:00 PM on a specific day',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z'],
    printed: ['(September 2, 1997 EDT) 09:00,12:00,15:00'],
  },
  {
    title: 'Every 15 minutes for 6 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=MINUTELY;INTERVAL=15;COUNT=6'],
    printed: ['(September 2, 1997 EDT) 09:00,09:15,09:30,09:45,10:00,10:15'],
  },
  {
    title: 'Every hour and a half for 4 occurrences',
    start: '1997-09-02T09:00:00',
    rules: ['FREQ=MINUTELY;INTERVAL=90;COUNT=4'],
    printed: ['(September 2, 1997 EDT) 09:00,10:30;12:00;13:30'],
  },
  {
    title: 'Every 20 minutes from 9:00 AM to 4:40 PM every day',
    start: '1997-09-02T09:00:00',
    rules: [
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
    ],
    printed: [
      '(September 2, 1997 EDT) 9:00,9:20,9:40,10:00,10:20, ... 16:00,16:20,16:40',
      '(September 3, 1997 EDT) 9:00,9:20,9:40,10:00,10:20, ...16:00,16:20,16:40 ...',
    ],
  },
  {
    title: 'An example where the days generated makes a difference because of WKST',
    start: '1997-08-05T09:00:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO'],
    printed: ['(1997 EDT) August 5,10,19,24'],
  },
  {
    title: 'changing only WKST from MO to SU, yields different results',
    start: '1997-08-05T09:00:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU'],
    printed: ['(1997 EDT) August 5,17,19,31'],
  },
  {
    title: 'An example where an invalid date (i.e., February 30) is ignored',
    start: '2007-01-15T09:00:00',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5'],
    printed: ['(2007 EST) January 15,30', '(2007 EST) February 15', '(2007 EDT) March 15,30'],
  },
]
