package guanjia.bench;

import guanjia.bench.FakeTelegram.Message;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** All residents of a run. They come round in turn, so that nobody is asked again before the last answer came. */
final class Crowd {
    private static final long FIRST_CHAT = 10_000_000;
    private static final Act BEGIN = new Act(Act.Kind.TALK, "/start e-yihe", 0);

    private final List<Resident> residents;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger updates = new AtomicInteger();
    private final RandomGenerator random;

    Crowd(int size, RandomGenerator random) {
        this.residents = IntStream.range(0, size)
                .mapToObj(i -> new Resident(FIRST_CHAT + i))
                .toList();
        this.random = random;
    }

    /** An act and the update that carries it. */
    record Move(Asked asked, String update) {}

    int size() {
        return residents.size();
    }

    /** A message that arrived in one of their chats. */
    void hear(Message message) {
        residents.get((int) (message.chat() - FIRST_CHAT)).hear(message);
    }

    /** The next resident's first word. @param due when it is to arrive */
    Move begin(long due) {
        return move(nextResident(), BEGIN, due);
    }

    /** The next resident's next act. @param due when it is to arrive */
    Move next(long due) {
        Resident resident = nextResident();
        synchronized (random) {
            return move(resident, resident.next(random), due);
        }
    }

    private Move move(Resident resident, Act act, long due) {
        Asked asked = new Asked(act, due);
        resident.waitsFor(asked);
        return new Move(asked, act.update(updates.incrementAndGet(), resident.chat()));
    }

    private Resident nextResident() {
        return residents.get(Math.floorMod(turn.getAndIncrement(), residents.size()));
    }
}
