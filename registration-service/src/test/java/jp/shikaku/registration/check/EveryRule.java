package jp.shikaku.registration.check;

import java.util.List;

/** The rules of the system check, for tests without a container; {@link RuleDiscoveryTest} holds it complete. */
final class EveryRule {

    private EveryRule() {}

    static List<CheckRule> list() {
        return List.of(
                new AcquisitionFarAhead(),
                new AcquisitionLongPast(),
                new AcquisitionPlaceholder(),
                new AddressDiffers(),
                new AddressNotFullyComparable(),
                new AgeImplausible(),
                new BirthDateDiffers(),
                new BurdenShareImplausible(),
                new CardOfSomebodyElse(),
                new DependantWithOwnInsurance(),
                new ElderlyInsuredElsewhere(),
                new EnrolledTwice(),
                new FamilyInElderlyInsurance(),
                new FamilySwapped(),
                new InsuredPersonSinceBirth(),
                new KanaNotFullyComparable(),
                new KanaNotKana(),
                new LossFarAhead(),
                new LossLongPast(),
                new NameDiffers(),
                new NameKanaDiffers(),
                new NameNotFullyComparable(),
                new NameWrittenInKana(),
                new NumberOfSomebodyElse(),
                new OverlapWithOtherInsurer(),
                new PersonWithTwoNumbers(),
                new ResidentUnknown(),
                new SexDiffers(),
                new TooYoungForElderlyInsurance(),
                new TooYoungToBeEmployed(),
                new TwinsWithoutBranch());
    }
}
