package guanjia.conversations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Kills a process right after one of its writes: nothing it does afterwards reaches a store. */
final class KillSwitch {
    private static final Set<String> WRITES = Set.of("insertOne", "insertMany", "updateOne", "findOneAndUpdate");

    private int writes;
    private final int last;

    private KillSwitch(int last) {
        this.last = last;
    }

    static KillSwitch never() {
        return new KillSwitch(Integer.MAX_VALUE);
    }

    static KillSwitch afterWrites(int count) {
        return new KillSwitch(count);
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    int writes() {
        return writes;
    }

    boolean isDead() {
        return writes >= last;
    }

    void check() {
        if (isDead()) {
            throw new Killed();
        }
    }

    void wrote() {
        writes++;
        check();
    }

    /** A store's collection as this process reaches it. */
    <T> T guard(Class<T> type, Object store) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            check();
            Object result;
            try {
                result = method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (WRITES.contains(method.getName())) {
                wrote();
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
