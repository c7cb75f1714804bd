// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString desktop = QStringLiteral(FAULTLINE_DESKTOP);
const QString lab = QStringLiteral(FAULTLINE_LAB);

QString helpOf(const QString &program, const QStringList &command)
{
    QProcess process;
    process.start(program, command + QStringList{u"--help"_s});
    return process.waitForFinished(60'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

// The manual as it is written, but with its hyphens plain.
QString manual(const QString &name)
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/packaging/man/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).replace(u"\\-"_s, u"-"_s);
}

// From the heading that begins with these words to the next heading.
QString section(const QString &text, const QString &heading)
{
    const QRegularExpression expression(u"^\\.SH \"?%1(.*?)(^\\.SH|\\z)"_s.arg(heading),
                                        QRegularExpression::MultilineOption
                                            | QRegularExpression::DotMatchesEverythingOption);
    return expression.match(text).captured(1);
}

// Those which begin a line of `--help`, or a paragraph's head in a manual.
QStringList options(const QString &text)
{
    static const QRegularExpression name(u"^(?:  (?:-\\w, )?|\\.B[RI]? (?:-\\w \", \" )?)(--[a-z][a-z-]*)"_s,
                                         QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = name.globalMatch(text); match.hasNext();)
        names << match.next().captured(1);
    names.sort();
    return names;
}

} // namespace

// The manuals list the options and commands that the programs have.
class TestManuals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsEachOption_data();
    void listsEachOption();
    void describesEachCommand();
};

void TestManuals::listsEachOption_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("heading");
    QTest::newRow("desktop") << desktop << QStringList() << u"faultline.1"_s << u"OPTIONS"_s;
    for (const QString &command : {u"run"_s, u"serve"_s, u"audit"_s, u"predict"_s, u"faults"_s, u"check"_s,
                                   u"generate"_s, u"verify"_s, u"layout"_s})
        QTest::newRow(qPrintable(command))
            << lab << QStringList{command} << u"faultline-lab.1"_s << command.toUpper();
}

void TestManuals::listsEachOption()
{
    QFETCH(QString, program);
    QFETCH(QStringList, command);
    QFETCH(QString, page);
    QFETCH(QString, heading);
    QStringList offered = options(helpOf(program, command));
    QVERIFY(offered.contains(u"--help"_s));
    if (!command.isEmpty()) // described once for all commands
        offered.removeAll(u"--help"_s);
    QCOMPARE(options(section(manual(page), heading)), offered);
}

void TestManuals::describesEachCommand()
{
    static const QRegularExpression command(u"^  ([a-z]+) "_s, QRegularExpression::MultilineOption);
    const QString text = manual(u"faultline-lab.1"_s);
    int commands = 0;
    for (auto match = command.globalMatch(helpOf(lab, {})); match.hasNext(); ++commands) {
        const QString name = match.next().captured(1);
        QVERIFY2(!section(text, name.toUpper() + u": "_s).isEmpty(), qPrintable(name));
        QVERIFY2(section(text, u"SYNOPSIS"_s).contains(u"faultline-lab "_s + name + u'\n'), qPrintable(name));
    }
    QVERIFY(commands >= 4);
}

QTEST_GUILESS_MAIN(TestManuals)
#include "tst_manuals.moc"
