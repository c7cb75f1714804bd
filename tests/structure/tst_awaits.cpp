// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <tests/structure/source/awaits.h>
#include <tests/structure/source/sourcetree.h>

using namespace Qt::StringLiterals;
using namespace tests::source;

// No co_await stands where GCC 12 would destroy something twice.
class TestAwaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsMiscompiled_data();
    void findsWhatIsMiscompiled();
    void acceptsWhatIsClean_data();
    void acceptsWhatIsClean();
    void theProjectIsClean();
};

void TestAwaits::findsWhatIsMiscompiled_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *statement, QString fault) {
        QTest::newRow(name) << QByteArray("Task<int> f()\n{\n") + statement + "\n}\n" << fault;
    };
    row("a lambda that captures", "co_await g([x] { return x; });", u"3: a lambda with captures"_s);
    row("a lambda that captures all", "co_await g(1, [=](int a) mutable { return a; });",
        u"a lambda with captures"_s);
    row("a lambda that captures by reference", "const auto r = co_await g([&] {});",
        u"a lambda with captures"_s);
    row("a lambda that is awaited", "co_await [x]() -> Task<int> { co_return x; }();",
        u"a lambda with captures"_s);
    row("a lambda two calls deep", "co_await g(h(std::move(a), [this] {}));", u"a lambda with captures"_s);
    row("a lambda over several lines", "const auto r =\n co_await g(\n a,\n [a] {\n h();\n });",
        u"6: a lambda"_s);
    row("a temporary in braces", "co_await g(Request{a, b});", u"an initialiser in braces"_s);
    row("a temporary of a template", "co_await g(std::vector<int>{1, 2});", u"an initialiser in braces"_s);
    row("an argument in braces", "co_await g({1, 2});", u"an initialiser in braces"_s);
    row("empty braces", "co_await g({});", u"an initialiser in braces"_s);
    row("an aggregate with names", "co_await g(Request{.a = 1});", u"an initialiser in braces"_s);
    row("an await within braces", "const Reply r{co_await g()};", u"an initialiser in braces"_s);
    row("an await within a list", "h({co_await g(), 2});", u"an initialiser in braces"_s);
    row("braces after the await", "co_return (co_await g()).value_or(Reply{});",
        u"an initialiser in braces"_s);
    row("a choice", "const auto r = c ? co_await g() : h();", u"?: beside co_await"_s);
    row("a choice in an argument", "co_await g(c ? 1 : 2);", u"?: beside co_await"_s);
    row("and", "const bool r = co_await g() && h();", u"&& beside co_await"_s);
    row("or", "const bool r = h() || co_await g();", u"|| beside co_await"_s);
    row("and in words", "const bool r = co_await g() and h();", u"and beside co_await"_s);
    row("a condition with and", "if (ready && co_await g())\n h();", u"&& beside co_await"_s);
    row("a condition with an initialiser and braces", "if (auto r = co_await g(A{}); r)\n h();",
        u"in braces"_s);
    row("a loop's condition with or", "while (co_await g() || more)\n h();", u"|| beside co_await"_s);
    row("two awaits in a sum", "co_return co_await g() + co_await h();", u"a second co_await"_s);
    row("a member that is returned", "co_return m_latest;", u"co_return of a member"_s);
    row("an await of an await", "co_await g(co_await h());", u"a second co_await"_s);
    row("two awaits as arguments", "i(co_await g(), co_await h());", u"a second co_await"_s);
    row("the range of a for", "for (const auto &x : co_await g())\n h(x);",
        u"co_await in the range of a for"_s);
    row("in a lambda's body", "auto t = []() -> Task<int> { co_return co_await g(A{}); };", u"in braces"_s);
    row("in the body of a member's handler",
        "on([this](R r) -> Task<R> { co_await g(r && s); co_return r; });", u"&&"_s);
    row("after an if without braces", "if (a)\n co_await g(A{});", u"4: an initialiser in braces"_s);
    row("after else", "if (a)\n h();\nelse\n co_await g(A{});", u"6: an initialiser in braces"_s);
    row("after a label", "switch (a) {\ncase 1:\n co_await g(A{});\n}", u"in braces"_s);
    row("in a for's step", "for (;; co_await g(A{}))\n h();", u"in braces"_s);
    row("behind a raw string", "h(uR\"(;\"{)\"_s); co_await g(A{});", u"in braces"_s);
    row("beside a digit separator", "co_await g(1'000, A{});", u"in braces"_s);
}

void TestAwaits::findsWhatIsMiscompiled()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, fault);
    const QStringList faults = awaitFaults(code);
    QVERIFY2(faults.join(u'\n').contains(fault), qPrintable(u"found: "_s + faults.join(u'\n')));
}

void TestAwaits::acceptsWhatIsClean_data()
{
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *statement) {
        QTest::newRow(name) << QByteArray("Task<int> f()\n{\n") + statement + "\n}\n";
    };
    row("one await", "co_await g();");
    row("a copy of a member that is returned", "auto copy = m_latest;\nco_return copy;");
    row("a member's answer", "co_return m_clock.now();");
    row("an argument moved in", "const auto r = co_await g(std::move(a));");
    row("structured bindings", "const auto [a, b] = co_await g();");
    row("structured bindings by reference", "auto &&[a, b] = co_await g();");
    row("a lambda named before", "auto l = [x] { return x; };\nco_await g(std::move(l));");
    row("a lambda without captures", "co_await g([](int a) { return a; });");
    row("an aggregate named before", "Request r{a, b};\nco_await g(std::move(r));");
    row("awaits in statements of their own", "co_await g();\nco_await h();");
    row("a condition", "if (co_await g())\n h();");
    row("a condition with an initialiser", "if (const auto r = co_await g(); !r || s)\n h();");
    row("and in the condition before", "if (a && b)\n co_await g();");
    row("and in a condition with a body in braces", "if (a && b) {\n co_await g();\n}");
    row("if constexpr", "if constexpr (a && b)\n co_await g();");
    row("a loop over something else", "for (const auto &x : xs)\n co_await g(x);");
    row("braces in the range of that loop", "for (int x : {1, 2})\n co_await g(x);");
    row("a loop that counts", "for (int i = 0; i < 3 && more; ++i)\n co_await g(i);");
    row("a while loop", "while (a || b)\n co_await g();");
    row("do and while", "do {\n co_await g();\n} while (a && b);");
    row("a choice after it", "const auto r = co_await g();\nco_return r ? 1 : 2;");
    row("a subscript", "co_await m_calls[i].call(a[0]);");
    row("a switch", "switch (a) {\ncase 1:\n co_await g();\n break;\ndefault:\n co_await h();\n}");
    row("a lambda whose body awaits", "auto t = [this]() -> Task<int> {\n co_return co_await g();\n};");
    row("a handler that awaits", "on({1, 2}, [this](R r) -> Task<Result<R>> { co_return co_await g(r); });");
    row("in a comment", "// co_await g(A{}) && h();\n/* co_await g(A{}); */");
    row("in a text", "h(\"co_await g(A{}) && h();\");");
    row("in a macro that is never used", "#define AWAIT co_await g(A{}), \\\n h() && i()");
    row("a default argument elsewhere", "struct S { int a{1}; };\nS s{.a = 2};\nco_await g(s);");
    row("a rvalue reference of a loop", "for (auto &&x : xs)\n co_await g(x);");
    row("a try block", "try {\n co_await g();\n} catch (const E &e) {\n h(e);\n}");
    row("a class with members in braces",
        "class A : public B\n{\n int a{0};\n Task<int> g() const { co_return co_await h(); }\n};");
}

void TestAwaits::acceptsWhatIsClean()
{
    QFETCH(QByteArray, code);
    QCOMPARE(awaitFaults(code), QStringList());
}

void TestAwaits::theProjectIsClean()
{
    QStringList faults;
    int awaits = 0;
    const QStringList code{u"cpp"_s, u"h"_s};
    for (const SourceFile &file :
         readTree(QStringLiteral(FAULTLINE_SOURCE_DIR), {u"app"_s, u"services"_s, u"model"_s, u"tests"_s})) {
        if (!code.contains(file.suffix()) || file.path.startsWith(u"tests/structure/"_s))
            continue;
        awaits += static_cast<int>(file.text.count("co_await"));
        for (const QString &fault : awaitFaults(file.text))
            faults.append(file.path + u':' + fault);
    }
    QVERIFY(awaits > 50); // or the tree was not found
    for (const QString &fault : faults) // QVERIFY2 would cut the list short
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

QTEST_GUILESS_MAIN(TestAwaits)
#include "tst_awaits.moc"
