// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPools;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.time.VirtualClock;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test an executor, a virtual clock, an event log and task pools of its own, and fails a test that leaves a
 * task behind.
 *
 * <pre>{@code
 * @ExtendWith(PollenExtension.class)
 * class BlinkyTest {
 *   @Test
 *   void blinks(TestExecutor executor, EventLog log) {
 *     executor.spawn(Blinky.blink(() -> log.event("toggle"), 2));
 *     executor.runToEnd();
 *     log.assertLines("0 ms: toggle", "500 ms: toggle");
 *   }
 * }
 * }</pre>
 *
 * <p><b>Parameters.</b> A test, and its {@code @BeforeEach} and {@code @AfterEach} methods, take a {@link TestExecutor},
 * and of that executor its {@link VirtualClock}, {@link EventLog}, {@link Executor} and {@link Spawner}.
 *
 * <p><b>Pools.</b> The slots of tasks are static. While a test runs, calls of task methods claim their slots in {@link
 * TaskPools} of that test: on its thread, on threads that are started there, and inside of its tasks wherever they run. So
 * tests may run side by side. Static variables of the program are not separated.
 *
 * <p><b>At the end of a test that passed</b>, after its {@code @AfterEach} methods, it fails if a task has thrown and nobody
 * has taken that, or if a slot of its pools is still taken: by a task that has not ended, on whatever executor, or one that
 * was never spawned. Tasks {@linkplain TestExecutor#spawnBackground in the background} may be left. Whatever is left is
 * cancelled in any case.
 *
 * <p><b>Order.</b> See {@link Seed}.
 */
public final class PollenExtension
        implements BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    /** The system property that says which seed every test with a {@link Seed} runs with. */
    public static final String SEED_PROPERTY = "pollen.test.seed";

    private static final ExtensionContext.Namespace TESTS = ExtensionContext.Namespace.create(PollenExtension.class);
    private static final Map<Class<?>, Function<TestExecutor, Object>> PARAMETERS = Map.of(
            TestExecutor.class, executor -> executor,
            VirtualClock.class, TestExecutor::clock,
            EventLog.class, TestExecutor::log,
            Executor.class, TestExecutor::executor,
            Spawner.class, TestExecutor::spawner);

    /** For JUnit. */
    public PollenExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        test(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        IsolatedTest test = context.getStore(TESTS).remove(context.getUniqueId(), IsolatedTest.class);
        if (test != null) {
            test.end(context.getExecutionException().orElse(null));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (context.getTestMethod().isEmpty() || !(parameter.getDeclaringExecutable() instanceof Method)) {
            throw new ParameterResolutionException("a " + type.getSimpleName()
                    + " belongs to one test: take it as a parameter of the test or of a @BeforeEach method, not of a"
                    + " constructor or a @BeforeAll method");
        }
        return PARAMETERS.get(type).apply(test(context).executor());
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> of, ExtensionContext context)
            throws Throwable {
        test(context).run(method);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> of, ExtensionContext context)
            throws Throwable {
        test(context).run(method);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> method, ReflectiveInvocationContext<Method> of, ExtensionContext context) throws Throwable {
        return test(context).run(method);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> of, ExtensionContext context)
            throws Throwable {
        test(context).run(method);
    }

    @Override
    public void interceptDynamicTest(Invocation<Void> code, DynamicTestInvocationContext of, ExtensionContext context)
            throws Throwable {
        test(context).run(code);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> of, ExtensionContext context)
            throws Throwable {
        test(context).run(method);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw test(context).explained(failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw test(context).explained(failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw test(context).explained(failure);
    }

    private static IsolatedTest test(ExtensionContext dynamic) {
        ExtensionContext context = dynamic;
        while (context.getTestMethod().isEmpty()) {
            // A dynamic test is part of the method that made it.
            context = context.getParent().orElseThrow();
        }
        ExtensionContext method = context;
        return context.getStore(TESTS)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> new IsolatedTest(SeedChoice.of(method)), IsolatedTest.class);
    }
}
