package jp.shikaku.contracts.calendar;

import jp.shikaku.contracts.text.LocalizedText;

/** The national holidays by name: Article 2 of the Act, and the two days of 2019 a special law added. */
enum NationalHoliday {
    NEW_YEARS_DAY("元日", "New Year's Day"),
    COMING_OF_AGE_DAY("成人の日", "Coming of Age Day"),
    FOUNDATION_DAY("建国記念の日", "National Foundation Day"),
    EMPERORS_BIRTHDAY("天皇誕生日", "The Emperor's Birthday"),
    VERNAL_EQUINOX_DAY("春分の日", "Vernal Equinox Day"),
    SHOWA_DAY("昭和の日", "Showa Day"),
    CONSTITUTION_DAY("憲法記念日", "Constitution Memorial Day"),
    GREENERY_DAY("みどりの日", "Greenery Day"),
    CHILDRENS_DAY("こどもの日", "Children's Day"),
    MARINE_DAY("海の日", "Marine Day"),
    MOUNTAIN_DAY("山の日", "Mountain Day"),
    RESPECT_FOR_THE_AGED_DAY("敬老の日", "Respect for the Aged Day"),
    AUTUMNAL_EQUINOX_DAY("秋分の日", "Autumnal Equinox Day"),
    HEALTH_AND_SPORTS_DAY("体育の日", "Health and Sports Day"),
    SPORTS_DAY("スポーツの日", "Sports Day"),
    CULTURE_DAY("文化の日", "Culture Day"),
    LABOUR_THANKSGIVING_DAY("勤労感謝の日", "Labour Thanksgiving Day"),
    ACCESSION_DAY("天皇の即位の日", "Day of the Emperor's Accession"),
    ENTHRONEMENT_DAY("即位礼正殿の儀の行われる日", "Day of the Enthronement Ceremony");

    private final LocalizedText text;

    NationalHoliday(String ja, String en) {
        this.text = new LocalizedText(ja, en);
    }

    LocalizedText text() {
        return text;
    }
}
