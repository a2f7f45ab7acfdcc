package guanjia;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the product: every role in one process unless {@code GUANJIA_ROLES} says otherwise. */
@SpringBootApplication
@Modulithic
public class Guanjia {
    /** The process's entry point; settings come from the environment, see README. */
    public static void main(String[] args) {
        SpringApplication.run(Guanjia.class, args);
    }
}
