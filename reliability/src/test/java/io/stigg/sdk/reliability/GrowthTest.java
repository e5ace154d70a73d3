package io.stigg.sdk.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Growth")
class GrowthTest {
    private static final long MEGABYTE = 1 << 20;

    private static List<Resources> samples(int count, int threads, int files, long heapBytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Resources(100 + i * threads, 200 + (long) i * files, 20 * MEGABYTE + i * heapBytes))
                .toList();
    }

    @Test
    @DisplayName("is not seen where there is none, whatever the noise")
    void none() {
        List<Resources> noise = List.of(
                new Resources(100, 200, 20 * MEGABYTE),
                new Resources(110, 230, 30 * MEGABYTE),
                new Resources(104, 205, 22 * MEGABYTE),
                new Resources(109, 229, 31 * MEGABYTE),
                new Resources(105, 210, 24 * MEGABYTE),
                new Resources(104, 206, 21 * MEGABYTE),
                new Resources(108, 214, 29 * MEGABYTE));

        assertThat(Growth.of(noise)).isEmpty();
    }

    @Test
    @DisplayName("of threads is seen")
    void threads() {
        assertThat(Growth.of(samples(30, 1, 0, 0))).singleElement().asString().contains("threads");
    }

    @Test
    @DisplayName("of open files and sockets is seen")
    void files() {
        assertThat(Growth.of(samples(30, 0, 1, 0))).singleElement().asString().contains("files");
    }

    @Test
    @DisplayName("of the heap is seen")
    void heap() {
        assertThat(Growth.of(samples(30, 0, 0, MEGABYTE)))
                .singleElement()
                .asString()
                .contains("heap");
    }
}
