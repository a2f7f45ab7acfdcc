package guanjia.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stores notices and has the estate's snapshot rebuilt. */
final class KnownNotices implements NoticesInForce {
    private final StoredNotices stored;
    private final Shelf shelf;

    KnownNotices(StoredNotices stored, Shelf shelf) {
        this.stored = stored;
        this.shelf = shelf;
    }

    @Override
    public void put(NoticeInForce notice) {
        stored.put(notice);
        shelf.changed(notice.estate());
    }

    @Override
    public boolean end(String estate, String id) {
        boolean there = stored.delete(estate, id);
        if (there) {
            shelf.changed(estate);
        }
        return there;
    }

    @Override
    public Optional<NoticeInForce> find(String estate, String id) {
        return stored.all(estate).stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst();
    }

    @Override
    public List<NoticeInForce> notOver(String estate, Instant at) {
        return stored.all(estate).stream()
                .filter(notice -> at.isBefore(notice.to()))
                .sorted(Comparator.comparing(NoticeInForce::from))
                .toList();
    }

    @Override
    public List<NoticeInForce> inForce(String estate, Optional<String> building, Instant at) {
        return stored.all(estate).stream()
                .filter(notice -> notice.concerns(building, at))
                .sorted(Comparator.comparing(NoticeInForce::to))
                .toList();
    }
}
