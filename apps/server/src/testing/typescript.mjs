// Lets a process or a worker thread of a test run the sources as they are: `node --import <this file>`.
import { register } from 'tsx/esm/api'

register()
