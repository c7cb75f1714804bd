// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace app::shell {

// A file that a person wishes to have.
struct FileWish
{
    QString title; // of the dialog that asks where
    QString name; // that is usual, without its ending
    QStringList endings; // that it may have, the usual one first: "png"
    // What is in a file of that ending. Called in another thread: asks no widget.
    std::function<QByteArray(const QString &ending)> content;
};

// Asks for a place and writes the file in the background. Belongs to the window; deletes itself when it is
// done. GUI thread.
class FileExport : public QObject
{
    Q_OBJECT
public:
    FileExport(FileWish wish, QWidget &window);
    void ask();

Q_SIGNALS:
    void written(const QString &path);
    void failed(const QString &reason); // in a sentence, and what to do

private:
    void writeTo(const QString &path);

    FileWish m_wish;
    QWidget &m_window;
};

} // namespace app::shell
