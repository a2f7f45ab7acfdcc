package guanjia.inbound;

import guanjia.EstatesInMemory;
import guanjia.directory.Estate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 颐和花园, which has an SMS number of its own, and 环球商务中心, which hasn't. */
final class FakeEstates extends EstatesInMemory {
    FakeEstates() {
        super(
                reachable("yihe", "YH", "颐和花园", Optional.of("+85230000001")),
                reachable("plaza", "PL", "环球商务中心", Optional.empty()));
    }

    private static Estate reachable(String code, String shortCode, String name, Optional<String> smsFrom) {
        return estate(
                code,
                shortCode,
                name,
                Estate.Kind.RESIDENTIAL,
                new Estate.Phones("400-820-0000", "400-820-0119", List.of()),
                new Estate.Sms(smsFrom, Set.of("HK")));
    }
}
