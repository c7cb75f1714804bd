// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <tests/structure/source/types.h>

using namespace Qt::StringLiterals;
using namespace tests::source;

// No two types have one name: the linker would silently take one for the other.
class TestTypes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTypes_data();
    void findsTypes();
    void tellsWhereTheyAreRepeated();
    void theProjectRepeatsNone();
};

void TestTypes::findsTypes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("types");
    const auto row = [](const char *name, const char *code, const QStringList &types) {
        QTest::newRow(name) << QByteArray(code) << types;
    };
    row("a struct", "namespace a::b {\nstruct C\n{\n int d;\n};\n}", {u"a::b::C"_s});
    row("a class with bases", "class C final : public D<int, E>, private F\n{\n};", {u"C"_s});
    row("enumerations", "enum class A : int { B, C };\nenum D { E };", {u"A"_s, u"D"_s});
    row("within a type", "struct A { struct B { int c; }; enum class D { E }; };",
        {u"A"_s, u"A::B"_s, u"A::D"_s});
    row("defined outside", "namespace n {\nstruct A::B { };\n}", {u"n::A::B"_s});
    row("a template", "template<class T, typename U>\nclass A { };", {u"A"_s});
    row("a specialisation", "template<>\nstruct std::hash<A::B> { };", {u"std::hash<A::B>"_s});
    row("declared only", "class A;\nfriend class B;\nenum class C : int;\nstruct D *e;\nvoid f(struct G g);",
        {});
    row("in an unnamed namespace", "namespace a {\nnamespace {\nstruct B { };\n}\nstruct C { };\n}",
        {u"a::C"_s});
    row("in a function", "void f()\n{\n struct A { };\n}\nstruct B { void g() { struct C { }; } };",
        {u"B"_s});
    row("in a remark", "// struct A {\n/* struct B { }; */ const char *c = \"struct D { \";", {});
}

void TestTypes::findsTypes()
{
    QFETCH(QByteArray, code);
    QTEST(typesIn(code), "types");
}

void TestTypes::tellsWhereTheyAreRepeated()
{
    const QByteArray one = "namespace a {\nstruct B { int c; };\n}";
    const QByteArray hidden = "namespace a {\nnamespace {\nstruct B { int c; };\n}\n}";
    QCOMPARE(repeatedTypes({{u"a/b.h"_s, one}, {u"a/c.cpp"_s, hidden}, {u"a/d.cpp"_s, hidden}}),
             QStringList());
    QCOMPARE(repeatedTypes({{u"a/b.h"_s, one}, {u"a/c.cpp"_s, one}}),
             QStringList{u"a::B is defined in a/b.h and a/c.cpp"_s});
}

void TestTypes::theProjectRepeatsNone()
{
    const auto files = readTree(QStringLiteral(FAULTLINE_SOURCE_DIR), {u"app"_s, u"services"_s, u"model"_s});
    QVERIFY(files.size() > 100); // or the tree was not found
    qsizetype types = 0;
    for (const auto &file : files)
        types += file.suffix() == u"h" ? typesIn(file.text).size() : 0;
    QVERIFY2(types > 400, qPrintable(QString::number(types)));
    QCOMPARE(repeatedTypes(files), QStringList());
}

QTEST_GUILESS_MAIN(TestTypes)
#include "tst_types.moc"
