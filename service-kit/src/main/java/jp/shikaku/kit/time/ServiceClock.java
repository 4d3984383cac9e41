package jp.shikaku.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

import jp.shikaku.contracts.time.JapanTime;

/**
 * The clock every rule of a service reads (R9). Runs with the system's, shifted by an offset that is zero unless the
 * clock was made movable, to play or test what takes days.
 */
final class ServiceClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public ZoneId getZone() {
        return JapanTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.offset(Clock.system(zone), offset.get());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.get());
    }

    void move(Duration newOffset) {
        offset.set(newOffset);
    }

    Duration offset() {
        return offset.get();
    }
}
