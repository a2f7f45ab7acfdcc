package guanjia.infra;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Says in the file itself up to which frame of the journal it holds all changes; written with them, in one commit. */
final class Checkpoint {
    private static final String FRAME = "frame";

    private final MVMap<String, Long> map;

    Checkpoint(MVStore store) {
        this.map = store.openMap("journal");
    }

    long frame() {
        return map.getOrDefault(FRAME, 0L);
    }

    void note(long frame) {
        map.put(FRAME, frame);
    }
}
