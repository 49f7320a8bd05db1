// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/**
 * A sensor that is started and tells by an interrupt when it is done. Conversions overlap, and end in whatever order.
 *
 * <p>Conversion n, counted from 1, gives 10 n plus the sensor's number. How long it takes, and whether it fails, can be
 * planned. Some cannot be stopped once they run: their interrupt comes whatever was aborted, and it comes late.
 */
public final class Sensor {
    /** In place of a value: the sensor has failed. */
    public static final int FAULT = -1;

    private static final int PIPELINE = 4;
    private static final int PLANS = 64;

    private final Simulation simulation;
    private final EventLog log;
    private final int number;
    private Plan usual;
    private final Plan[] plans = new Plan[PLANS];
    private final Conversion[] pipeline = new Conversion[PIPELINE];
    private Interrupt handler = (tag, value) -> {};
    private int conversions;

    Sensor(Simulation simulation, EventLog log, int number, long usualMillis) {
        this.simulation = simulation;
        this.log = log;
        this.number = number;
        usual = new Plan(usualMillis, false, false);
        for (int i = 0; i < PIPELINE; i++) {
            pipeline[i] = new Conversion();
        }
    }

    private record Plan(long millis, boolean isFault, boolean isUnstoppable) {}

    /**
     * Binds the interrupt.
     *
     * @param bound what is called with the tag and the value of each conversion that is done
     */
    public void onInterrupt(Interrupt bound) {
        handler = bound;
    }

    /**
     * Starts a conversion.
     *
     * @param tag what its interrupt will carry
     * @throws IllegalStateException if more are running than the sensor can have at once
     */
    public void start(int tag) {
        simulation.called();
        conversions++;
        log.event(number == 1 ? "sensor 1 started" : "sensor 2 started");
        for (Conversion conversion : pipeline) {
            if (!conversion.planned) {
                conversion.start(tag, conversions);
                return;
            }
        }
        throw new IllegalStateException("sensor " + number + " was started more than " + PIPELINE + " times at once");
    }

    /**
     * Stops conversions, if that is still possible; the interrupt of one that is done may be on its way.
     *
     * @param tag with what they were started
     */
    public void abort(int tag) {
        simulation.called();
        for (Conversion conversion : pipeline) {
            if (conversion.planned && conversion.tag == tag && !conversion.plan.isUnstoppable) {
                log.event(number == 1 ? "sensor 1 aborted" : "sensor 2 aborted");
                simulation.stop(conversion);
            }
        }
    }

    /**
     * Plans how long conversions take for which nothing else is planned.
     *
     * @param millis how long they take
     */
    public void usuallyTakes(long millis) {
        usual = new Plan(millis, false, false);
    }

    /**
     * Plans how long a conversion takes.
     *
     * @param conversion which one, counted from 1
     * @param millis how long it takes
     */
    public void takes(int conversion, long millis) {
        plans[conversion] = new Plan(millis, false, false);
    }

    /**
     * Plans that a conversion fails.
     *
     * @param conversion which one, counted from 1
     * @param millis after how long
     */
    public void fails(int conversion, long millis) {
        plans[conversion] = new Plan(millis, true, false);
    }

    /**
     * Plans that a conversion cannot be stopped.
     *
     * @param conversion which one, counted from 1
     * @param millis how long it takes
     */
    public void goesOn(int conversion, long millis) {
        plans[conversion] = new Plan(millis, false, true);
    }

    /**
     * Whether it converts anything that could be stopped.
     *
     * @return false if it is idle, or goes on though nobody wants it any more
     */
    public boolean isBusy() {
        for (Conversion conversion : pipeline) {
            if (conversion.planned && !conversion.plan.isUnstoppable) {
                return true;
            }
        }
        return false;
    }

    /**
     * How often it was started.
     *
     * @return the number of conversions
     */
    public int conversions() {
        return conversions;
    }

    private final class Conversion extends Event {
        private int tag;
        private int value;
        private Plan plan;

        void start(int newTag, int conversion) {
            tag = newTag;
            Plan planned = conversion < PLANS ? plans[conversion] : null;
            plan = planned == null ? usual : planned;
            value = plan.isFault ? FAULT : 10 * conversion + number;
            simulation.plan(this, simulation.now() + plan.millis * 1_000_000);
        }

        @Override
        void happen() {
            if (value == FAULT) {
                log.event(number == 1 ? "sensor 1 fails" : "sensor 2 fails");
            } else {
                log.event(number == 1 ? "sensor 1 gives " : "sensor 2 gives ", value);
            }
            simulation.raise(handler, tag, value);
        }
    }
}
