// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QString sources = QStringLiteral(FAULTLINE_SOURCE_DIR);
const QString german = u"faultline_de.ts"_s;
const QString english = u"faultline_en.ts"_s; // only what counts: "1 instance"

QString pathOf(const QString &name)
{
    return sources + u"/resources/translations/"_s + name;
}

struct Message
{
    QString context;
    QString source;
    QStringList translations; // one; or a singular and a plural
    bool isFinished = true;
    QStringList files; // in which it stands, as far as the file tells
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One text, or one for each number.
QStringList readTranslations(QXmlStreamReader &xml)
{
    QStringList forms;
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isStartElement())
            forms << xml.readElementText();
        else
            text += xml.text();
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

Message readMessage(QXmlStreamReader &xml, const QString &context, QString &file)
{
    Message message{context, {}, {}, true, {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"location") {
            const auto named = xml.attributes().value(u"filename"_s);
            file = named.isEmpty() ? file : named.toString(); // that of the one before is left out
            message.files << file;
            xml.skipCurrentElement();
        } else if (xml.name() == u"translation") {
            message.isFinished = xml.attributes().value(u"type"_s).isEmpty();
            message.translations = readTranslations(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> messagesOf(const QByteArray &ts)
{
    std::vector<Message> messages;
    QXmlStreamReader xml(ts);
    QString context;
    QString file;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.push_back(readMessage(xml, context, file));
    }
    return messages;
}

QStringList allOf(const QString &expression, const QString &text)
{
    QStringList found;
    for (auto match = QRegularExpression(expression).globalMatch(text); match.hasNext();) {
        const auto each = match.next();
        found << each.captured(each.lastCapturedIndex());
    }
    found.sort();
    return found;
}

// What a translation must have as often as its source: what is put in, the letter for the keyboard, lines.
// %L1 is %1 as the language writes numbers.
QStringList signsOf(QString text)
{
    text.replace(u"%L"_s, u"%"_s);
    auto signs = allOf(u"%\\d|%n|\\{\\w+\\}|\\n"_s, text);
    for (const auto &letter : allOf(u"&(?=\\S)"_s, text))
        signs << letter;
    return signs;
}

// lupdate over the tree, into a copy of what is there.
QByteArray updated(const QString &name, const QStringList &arguments = {})
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    if (!QFile::copy(pathOf(name), copy))
        return {};
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess::execute(sources + u"/packaging/setup/translate"_s, arguments + QStringList{copy});
    return bytesOf(copy);
}

bool hasLupdate()
{
    return QFile::exists(u"/usr/lib/qt6/bin/lupdate"_s)
        || !QStandardPaths::findExecutable(u"lupdate"_s).isEmpty();
}

} // namespace

// The words of each language fit those in the sources.
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachMessageIsFinishedAndFits_data() { addFiles(); }
    void eachMessageIsFinishedAndFits()
    {
        QFETCH(QString, name);
        QFETCH(size_t, atLeast);
        const auto messages = messagesOf(bytesOf(pathOf(name)));
        QVERIFY(messages.size() >= atLeast);
        for (const auto &message : messages) {
            const QString where = message.context + u": "_s + message.source;
            QVERIFY2(message.isFinished && !message.translations.isEmpty(), qPrintable(where));
            for (const auto &translation : message.translations) {
                QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(where));
                QVERIFY2(signsOf(translation) == signsOf(message.source),
                         qPrintable(where + u" -> "_s + translation));
            }
        }
    }

    void nothingInTheSourcesIsMissing_data() { addFiles(); }
    void nothingInTheSourcesIsMissing()
    {
        QFETCH(QString, name);
        QFETCH(size_t, atLeast);
        if (!hasLupdate())
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        QSet<std::pair<QString, QString>> known;
        for (const auto &message : messagesOf(bytesOf(pathOf(name))))
            known.insert({message.context, message.source});
        const auto wanted = messagesOf(updated(name));
        QVERIFY(wanted.size() >= atLeast);
        for (const auto &message : wanted)
            QVERIFY2(known.contains({message.context, message.source}),
                     qPrintable(u"Run ./dev translate for %1: %2"_s.arg(message.context, message.source)));
    }

    // Where a file asks for its words through a function of its own, that one names the place under which
    // lupdate puts them; else they would stay English without anybody noticing.
    void wordsAreAskedForUnderTheirName()
    {
        if (!hasLupdate())
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        int found = 0;
        const auto messages = messagesOf(updated(german, {u"--with-places"_s}));
        for (QDirIterator it(sources + u"/app"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString path = it.next();
            const QString code = QString::fromUtf8(bytesOf(path));
            if (!code.contains(u"(const char *text)"_s))
                continue;
            const auto asked = allOf(u"translate\\(\\s*\"([^\"]+)\""_s, code);
            for (const auto &message : messages) {
                for (const auto &file : message.files) {
                    if (!path.endsWith(QString(file).remove(u"../"_s)))
                        continue;
                    ++found;
                    QVERIFY2(asked.contains(message.context), qPrintable(path + u": "_s + message.context));
                }
            }
        }
        QVERIFY(found > 100);
    }

private:
    static void addFiles()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<size_t>("atLeast");
        QTest::addRow("German") << german << size_t(900);
        QTest::addRow("English") << english << size_t(3);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
