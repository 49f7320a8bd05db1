// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.debug;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import dev.pollen.it.build.Jdk;
import dev.pollen.it.build.Product;
import dev.pollen.it.build.Project;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program in a JVM of its own, with this debugger attached to it. */
final class Debuggee implements AutoCloseable {
    private static final long LIMIT_MILLIS = 120_000;

    private final VirtualMachine machine;
    private final List<Stop> stops = new ArrayList<>();

    private Debuggee(VirtualMachine machine) {
        this.machine = machine;
    }

    /**
     * Starts a program and holds it before its first class.
     *
     * @param project where it was compiled
     * @param mainClass its class
     * @return the program
     */
    static Debuggee launch(Project project, String mainClass) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("home").setValue(Jdk.home().toString());
        arguments.get("options").setValue("-Xverify:all -cp \"" + Product.path(project.classes()) + "\"");
        arguments.get("main").setValue(mainClass);
        return new Debuggee(connector.launch(arguments));
    }

    /**
     * Runs the program to its end and looks around at each stop.
     *
     * @param className a class
     * @param line a line of its source that has a breakpoint
     * @return the stops, in their order
     */
    List<Stop> runWithBreakpoint(String className, int line) throws Exception {
        ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(className);
        prepared.enable();
        boolean running = true;
        while (running) {
            EventSet events = machine.eventQueue().remove(LIMIT_MILLIS);
            if (events == null) {
                throw new AssertionError("the program does not go on");
            }
            for (Event event : events) {
                running &= !(event instanceof VMDisconnectEvent);
                handle(event, line);
            }
            if (running) {
                events.resume();
            }
        }
        return stops;
    }

    private void handle(Event event, int line) throws Exception {
        if (event instanceof ClassPrepareEvent prepare) {
            breakAt(prepare.referenceType(), line);
        } else if (event instanceof BreakpointEvent stop) {
            stops.add(Stop.read(stop));
        }
    }

    private void breakAt(ReferenceType type, int line) throws Exception {
        for (Location location : type.locationsOfLine(line)) {
            machine.eventRequestManager().createBreakpointRequest(location).enable();
        }
    }

    /**
     * What the program printed.
     *
     * @return all of it, when the program has ended
     */
    String printed() throws Exception {
        return new String(machine.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + new String(machine.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        machine.process().destroyForcibly();
    }
}
