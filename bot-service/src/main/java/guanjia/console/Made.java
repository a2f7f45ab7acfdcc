package guanjia.console;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a call that can be repeated is answered: 201 when it made something, 200 when that was there already. */
final class Made {
    private Made() {}

    static <T> ResponseEntity<T> answer(boolean made, T body) {
        return ResponseEntity.status(made ? HttpStatus.CREATED : HttpStatus.OK).body(body);
    }
}
