package guanjia.console;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets code at the web's edge that mustn't block ask a store: on a virtual thread a call. Its threads are no bean: a bean that is an
 * executor would switch off Boot's own.
 */
@Component
class Blocking {
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("console-", 0).factory()));

    /** @param call a result of null completes empty */
    <T> Mono<T> call(Callable<T> call) {
        return Mono.fromCallable(call).subscribeOn(threads);
    }
}
